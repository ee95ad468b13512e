// Builds a Lucene index and answers questions, asked on standard input, one a line; times them
// itself.  Fields of a line are parted by tabs:
//   build FOLDER COUNT, then COUNT articles as "source TAB bytes of the text" and the text   -> seconds
//   any|all|phrase rank|count TOP SOURCE LINE                            -> microseconds TAB hits
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.MMapDirectory;

public class LuceneServer {
  static final Analyzer analyzer = new EnglishAnalyzer(CharArraySet.EMPTY_SET);
  static IndexSearcher searcher;

  static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) return null;
      bytes.write(c);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  static double build(InputStream in, String folder, int count) throws IOException {
    long took = 0;
    MMapDirectory directory = new MMapDirectory(Paths.get(folder));
    IndexWriterConfig config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(512);
    config.setMergeScheduler(new SerialMergeScheduler());
    IndexWriter writer = new IndexWriter(directory, config);
    for (int i = 0; i < count; ++i) {
      String[] head = line(in).split("\t", -1);
      String text = new String(in.readNBytes(Integer.parseInt(head[1])), StandardCharsets.UTF_8);
      long begin = System.nanoTime();
      Document document = new Document();
      document.add(new TextField("text", text, Field.Store.NO));
      document.add(new StringField("source", head[0], Field.Store.NO));
      writer.addDocument(document);
      took += System.nanoTime() - begin;
    }
    long begin = System.nanoTime();
    writer.forceMerge(1);
    writer.close();
    took += System.nanoTime() - begin;
    searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setQueryCache(null);
    return took * 1e-9;
  }

  static List<Term> terms(String text) throws IOException {
    List<Term> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) terms.add(new Term("text", term.toString()));
      stream.end();
    }
    return terms;
  }

  static Query query(String match, String source, String text) throws IOException {
    List<Term> terms = terms(text);
    Query query;
    if (match.equals("phrase")) {
      query = new PhraseQuery("text", terms.stream().map(t -> t.bytes()).toArray(
          org.apache.lucene.util.BytesRef[]::new));
    } else {
      BooleanQuery.Builder builder = new BooleanQuery.Builder();
      BooleanClause.Occur occur =
          match.equals("all") ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD;
      for (Term term : terms) builder.add(new TermQuery(term), occur);
      query = builder.build();
    }
    if (source.isEmpty()) return query;
    return new BooleanQuery.Builder()
        .add(query, BooleanClause.Occur.MUST)
        .add(new TermQuery(new Term("source", source)), BooleanClause.Occur.FILTER)
        .build();
  }

  static String answer(String[] q) throws IOException {
    long begin = System.nanoTime();
    Query query = query(q[0], q[3], q[4]);
    long hits;
    if (q[1].equals("count")) {
      hits = searcher.count(query);
    } else {
      hits = searcher.search(query, Integer.parseInt(q[2])).scoreDocs.length;
    }
    return (System.nanoTime() - begin) * 1e-3 + "\t" + hits;
  }

  public static void main(String[] args) throws IOException {
    InputStream in = new BufferedInputStream(System.in, 1 << 20);
    for (String request = line(in); request != null; request = line(in)) {
      String[] words = request.split("\t", -1);
      System.out.println(words[0].equals("build")
          ? String.valueOf(build(in, words[1], Integer.parseInt(words[2])))
          : answer(words));
      System.out.flush();
    }
  }
}
