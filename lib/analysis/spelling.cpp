// British to American, by endings and a few pairs.  In: a folded word.  Out: its American spelling.
// Long because of its lists of words.
// Tested by tests/analysis/spelling_test.cpp.
#include "analysis/spelling.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace dateline::analysis {
namespace {

// What may follow -our.
constexpr std::string_view kBehindOur[] = {
    "",     "s",     "ed",   "ing", "er",    "ers", "ful",  "less", "able", "ably",  "ite",
    "ites", "itism", "hood", "ly",  "hoods", "al",  "ally", "y",    "ies",  "ation", "ations"};
// Words that are spelled -or in America; those that only look alike (hour, four, tour) are not here.
constexpr std::string_view kOurWords[] = {
    "armour",  "behaviour", "candour", "clamour", "colour",  "demeanour", "endeavour", "favour",
    "fervour", "flavour",   "glamour", "harbour", "honour",  "humour",    "labour",    "neighbour",
    "odour",   "parlour",   "rancour", "rigour",  "rumour",  "saviour",   "savour",    "splendour",
    "tumour",  "valour",    "vapour",  "vigour",  "enamour", "ardour",    "arbour",    "succour"};
// Words that are spelled -er, also as the ends of others (epicentre, kilometre, lacklustre).
constexpr std::string_view kReWords[] = {"calibre", "centre",  "fibre",  "litre",  "lustre",
                                         "meagre",  "metre",   "sabre",  "sombre", "spectre",
                                         "theatre", "sceptre", "goitre", "mitre",  "ochre"};
// Words in -ise, and ends of others, that are no verbs in -ize.  Where a vowel stands before -ise
// (raise, cruise, noise) none is.
constexpr std::string_view kNotIse[] = {
    "advertise",   "advise",     "comprise", "compromise", "concise",   "demise",    "despise",
    "devise",      "enterprise", "excise",   "exercise",   "expertise", "franchise", "improvise",
    "merchandise", "paradise",   "precise",  "premise",    "promise",   "revise",    "supervise",
    "surmise",     "surprise",   "televise", "treatise",   "wise",      "chastise",  "circumcise",
    "incise",      "reprise",    "sunrise",  "moonrise",   "uprise"};
constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
    {"ageing", "aging"},
    {"aluminium", "aluminum"},
    {"analogue", "analog"},
    {"catalogue", "catalog"},
    {"catalogued", "cataloged"},
    {"centred", "centered"},
    {"cheque", "check"},
    {"cosy", "cozy"},
    {"defence", "defense"},
    {"defenceless", "defenseless"},
    {"dialogue", "dialog"},
    {"doughnut", "donut"},
    {"draught", "draft"},
    {"enrol", "enroll"},
    {"enrolment", "enrollment"},
    {"fulfil", "fulfill"},
    {"fulfilment", "fulfillment"},
    {"grey", "gray"},
    {"instalment", "installment"},
    {"jewellery", "jewelry"},
    {"judgement", "judgment"},
    {"kerb", "curb"},
    {"licence", "license"},
    {"manoeuvre", "maneuver"},
    {"manoeuvred", "maneuvered"},
    {"manoeuvring", "maneuvering"},
    {"mould", "mold"},
    {"moustache", "mustache"},
    {"offence", "offense"},
    {"orientated", "oriented"},
    {"plough", "plow"},
    {"practise", "practice"},
    {"practised", "practiced"},
    {"practising", "practicing"},
    {"pretence", "pretense"},
    {"pyjamas", "pajamas"},
    {"sceptic", "skeptic"},
    {"sceptical", "skeptical"},
    {"scepticism", "skepticism"},
    {"skilful", "skillful"},
    {"smoulder", "smolder"},
    {"storey", "story"},
    {"storeys", "stories"},
    {"wilful", "willful"},
    {"woollen", "woolen"},
    {"appal", "appall"},
    {"distil", "distill"},
    {"enthral", "enthrall"},
    {"instil", "instill"},
    {"chequered", "checkered"},
    {"chequebook", "checkbook"},
    {"aeroplane", "airplane"},
    {"artefact", "artifact"},
    {"carcase", "carcass"},
    {"chilli", "chili"},
    {"cosier", "cozier"},
    {"councillor", "councilor"},
    {"despatch", "dispatch"},
    {"despatches", "dispatches"},
    {"dyke", "dike"},
    {"furore", "furor"},
    {"gaol", "jail"},
    {"gaoler", "jailer"},
    {"greyer", "grayer"},
    {"hiccough", "hiccup"},
    {"liquorice", "licorice"},
    {"maths", "math"},
    {"manoeuvrable", "maneuverable"},
    {"manoeuvrability", "maneuverability"},
    {"mollusc", "mollusk"},
    {"mouldy", "moldy"},
    {"moult", "molt"},
    {"omelette", "omelet"},
    {"pedlar", "peddler"},
    {"phoney", "phony"},
    {"racquet", "racket"},
    {"skilfully", "skillfully"},
    {"speciality", "specialty"},
    {"specialities", "specialties"},
    {"tranquillity", "tranquility"},
    {"tsar", "czar"},
    {"tyre", "tire"},
    {"waggon", "wagon"},
    {"whisky", "whiskey"},
    {"wilfully", "willfully"},
    {"woolly", "wooly"},
    {"yoghurt", "yogurt"},
    {"acknowledgement", "acknowledgment"},
    {"abridgement", "abridgment"},
    {"likeable", "likable"},
    {"sizeable", "sizable"},
    {"saleable", "salable"},
    {"theatregoer", "theatergoer"},
    {"fibreglass", "fiberglass"},
    {"centrepiece", "centerpiece"},
    {"centring", "centering"},
    {"kidnaped", "kidnapped"},
    {"worshiped", "worshipped"},
    {"worshiper", "worshipper"},
    {"focussed", "focused"},
    {"focussing", "focusing"},
    {"biassed", "biased"},
    {"benefitted", "benefited"},
    {"benefitting", "benefiting"},
    {"learnt", "learned"},
    {"burnt", "burned"},
    {"dreamt", "dreamed"},
    {"leapt", "leaped"},
    {"spilt", "spilled"},
    {"spoilt", "spoiled"},
    {"enquire", "inquire"},
    {"enquired", "inquired"},
    {"enquiring", "inquiring"},
    {"enquiry", "inquiry"},
    {"enquiries", "inquiries"},
    {"cypher", "cipher"},
    {"mediaeval", "medieval"}};
// Beginnings, and where the second list says so ends, that Greek and Latin left behind.
constexpr std::pair<std::string_view, std::string_view> kBeginnings[] = {
    {"anaesth", "anesth"},
    {"anaem", "anem"},
    {"archaeo", "archeo"},
    {"caesarean", "cesarean"},
    {"coeliac", "celiac"},
    {"diarrhoe", "diarrhe"},
    {"encyclopaed", "encycloped"},
    {"faec", "fec"},
    {"foet", "fet"},
    {"gynaec", "gynec"},
    {"haema", "hema"},
    {"haemo", "hemo"},
    {"homoeo", "homeo"},
    {"oedema", "edema"},
    {"oesoph", "esoph"},
    {"oestr", "estr"},
    {"orthopaed", "orthoped"},
    {"paediat", "pediat"},
    {"paedo", "pedo"},
    {"palaeo", "paleo"},
    {"sulph", "sulf"}};
constexpr std::pair<std::string_view, std::string_view> kEnds[] = {{"aemia", "emia"},
                                                                   {"aemic", "emic"},
                                                                   {"aemias", "emias"},
                                                                   {"gramme", "gram"},
                                                                   {"grammes", "grams"}};
// What may follow either word of a pair.
constexpr std::string_view kBehindPair[] = {"", "s", "ed", "ing"};
// Stems in -l that British spelling doubles before -ed, -ing, -er.
constexpr std::string_view kDoubledL[] = {
    "cancel",  "channel",  "counsel",  "dial",    "equal",  "fuel",    "funnel",  "grovel",
    "initial", "jewel",    "label",    "level",   "libel",  "marshal", "marvel",  "model",
    "panel",   "pedal",    "quarrel",  "rival",   "shovel", "shrivel", "signal",  "snorkel",
    "spiral",  "total",    "towel",    "travel",  "tunnel", "unravel", "apparel", "barrel",
    "bevel",   "chisel",   "dishevel", "drivel",  "duel",   "enamel",  "gravel",  "kennel",
    "medal",   "metal",    "parcel",   "pencil",  "pommel", "ravel",   "refuel",  "remodel",
    "relabel", "mislabel", "revel",    "stencil", "swivel", "trammel", "unequal", "unrival",
    "victual", "weasel",   "yodel"};
constexpr std::string_view kAfterDoubledL[] = {"ed",   "ing", "er",   "ers", "or",   "ors",
                                               "ings", "ist", "ists", "ous", "ously"};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// The first three letters of a list's words, since most words begin with none of them.
class Openings {
 public:
  template <class List>
  constexpr explicit Openings(const List& list) {
    for (const auto& entry : list) add(entry);
  }
  constexpr bool hold(std::string_view word) const { return bits_[key_of(word)]; }

 private:
  static constexpr unsigned key_of(std::string_view word) {
    const auto letter = [&](std::size_t i) { return static_cast<unsigned>(word[i]) & 31U; };
    return letter(0) << 10 | letter(1) << 5 | letter(2);
  }
  constexpr void add(std::string_view word) { bits_[key_of(word)] = true; }
  constexpr void add(const std::pair<std::string_view, std::string_view>& pair) { add(pair.first); }

  std::array<bool, 1 << 15> bits_{};
};

constexpr Openings kPairOpenings(kPairs);
constexpr Openings kGreekOpenings(kBeginnings);
constexpr Openings kDoubledOpenings(kDoubledL);

// defence-s, plough-ing: a word of a pair with its inflection.
bool other_of_pair(std::string& word) {
  if (!kPairOpenings.hold(word)) return false;
  for (const bool whole : {true, false}) {
    for (const auto& [british, american] : kPairs) {
      if (!word.starts_with(british)) continue;
      const auto behind = std::string_view(word).substr(british.size());
      if (whole ? !behind.empty() : !holds(kBehindPair, behind)) continue;
      word.replace(0, british.size(), american);
      return true;
    }
  }
  return false;
}

// haemo-philia, leuk-aemia, kilo-gramme
bool greek(std::string& word) {
  for (const auto& [british, american] : kBeginnings) {
    if (!kGreekOpenings.hold(word)) break;
    if (!word.starts_with(british)) continue;
    word.replace(0, british.size(), american);
    return true;
  }
  for (const auto& [british, american] : kEnds) {
    if (!word.ends_with(british)) continue;
    word.replace(word.size() - british.size(), british.size(), american);
    return true;
  }
  return false;
}

// colour-ed, dis-honour, neighbour-hood: -our made -or.
bool our_to_or(std::string& word) {
  if (word.find("our") == std::string::npos) return false;
  for (const std::string_view base : kOurWords) {
    const std::size_t end = word.find(base) + base.size();
    if (end < base.size() || end > word.size()) continue;
    if (!holds(kBehindOur, std::string_view(word).substr(end))) continue;
    word.erase(end - 2, 1);
    return true;
  }
  return false;
}

bool re_to_er(std::string& word) {
  const std::size_t end = word.size() - (word.back() == 's' ? 1 : 0);
  if (word[end - 2] != 'r' || word[end - 1] != 'e') return false;
  for (const std::string_view base : kReWords) {
    if (!std::string_view(word).substr(0, end).ends_with(base)) continue;
    std::swap(word[end - 2], word[end - 1]);
    return true;
  }
  return false;
}

bool is_not_ise(std::string_view infinitive) {
  if (std::string_view("aeou").find(infinitive[infinitive.size() - 4]) != std::string_view::npos) {
    return true;
  }
  return std::any_of(std::begin(kNotIse), std::end(kNotIse),
                     [&](std::string_view end) { return infinitive.ends_with(end); });
}

// organise, organised, organising, organisation, recognisable, analyse, paralysed
bool s_to_z(std::string& word) {
  constexpr std::string_view kEndings[] = {
      "isational", "isations", "isation", "isable", "ising", "isement", "ised",  "ises",
      "iser",      "isers",    "ise",     "ysing",  "ysed",  "yse",     "ysers", "yser"};
  if (word.find("is") == word.npos && word.find("ys") == word.npos) return false;
  for (const std::string_view ending : kEndings) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 3) continue;
    const std::size_t at = word.size() - ending.size() + 1;
    const std::string infinitive = word.substr(0, at) + "se";
    if (ending[0] == 'y' ? !infinitive.ends_with("lyse") : is_not_ise(infinitive)) return false;
    word[at] = 'z';
    return true;
  }
  return false;
}

bool single_l(std::string& word) {
  if (!kDoubledOpenings.hold(word)) return false;
  for (const std::string_view base : kDoubledL) {
    if (!word.starts_with(base) || word.size() <= base.size() + 1 || word[base.size()] != 'l')
      continue;
    if (!holds(kAfterDoubledL, std::string_view(word).substr(base.size() + 1))) continue;
    word.erase(base.size(), 1);
    return true;
  }
  return false;
}

}  // namespace

std::string american_spelling(std::string_view folded) {
  std::string word(folded);
  if (word.size() < 4 || other_of_pair(word)) return word;
  if (word.size() >= 5 && greek(word)) return word;
  if (word.size() >= 5 && !our_to_or(word) && !re_to_er(word) && !s_to_z(word)) single_l(word);
  return word;
}

}  // namespace dateline::analysis
