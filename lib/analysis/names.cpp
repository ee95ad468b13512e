// Names that a stemmer would change.  In: a folded word.  Out: whether it is one.
// The lists hold only names that the English stemmer takes an ending from.
// Tested by tests/analysis/names_test.cpp.
#include "analysis/names.hpp"

#include <algorithm>
#include <initializer_list>
#include <unordered_set>

namespace dateline::analysis {
namespace {

constexpr std::string_view kCountries =
    "antilles ardennes azores bahamas barbados belize comoros emirates europe falklands "
    "faroes flanders france galapagos germany greece hebrides himalayas honduras hungary "
    "italy laos maldives mozambique netherlands palestine philippines portugal pyrenees "
    "senegal seychelles singapore suriname ukraine wales zaire zimbabwe";

constexpr std::string_view kProvinces =
    "arkansas brittany burgundy delaware illinois kansas kentucky lombardy maine "
    "massachusetts normandy provence saxony sicily tennessee texas tuscany wyoming";

constexpr std::string_view kCities =
    "aires algiers amiens angeles annapolis athens baltimore beijing belgrade boulogne "
    "brisbane bruges brussels buenos cannes caracas cardenas chongqing cologne dallas davos "
    "dieppe florence giles gomes grenoble indianapolis lagos lausanne leeds lille limoges "
    "louis lourdes lyons manchester melbourne memphis milwaukee minneapolis moines "
    "montpellier nanjing nantes naples nashville newcastle nimes orleans paris patras prague "
    "reims rennes seattle seville soissons tangiers thebes toulouse tunis vegas venice "
    "versailles vientiane yaounde";

constexpr std::string_view kOrganisations =
    "adidas barclays boeing deloitte forbes hamas hermes isis mercedes novartis philips "
    "porsche reuters sears siemens";

constexpr std::string_view kForenames =
    "achilles adonis aeneas agnes ahmed alice andreas andres annie archimedes aristides "
    "aristophanes artemis barnabas boris brandeis carlos charles christie clarence constance "
    "curtis davis dennis dolores doris douglas elias elise ellis elvis emily eros eugene "
    "francis gabrielle garry genghis george georges gilles gladys hans harris henry hercules "
    "hillary hollis ines iris isabelle jacques james jarvis jeremy jonas josephine judas "
    "jules julie kelly kronos lawrence leslie lewis louise lucas lucille luis lukas marcos "
    "marie marjorie matias matthias maurice mavis maxine michelle moses natalie nicholas "
    "nicolas nicole osiris otis pericles phyllis pierre rosie roxanne ruthie salome sayed "
    "silas simone socrates sophie stephanie sylvie terence terrence thales theodore therese "
    "thomas tobias travis ulysses valerie wallace willis yvonne zacharias";

constexpr std::string_view kSurnames =
    "aarons abbas abrams achebe adams addams adkins albanese alvares anders andrews assange "
    "atkins ayers baines barnes barrios bates bezos biggs boas boyles brahms braithwaite "
    "briggs brooke burke caldwell callas carlyle cervantes childers clarke coates collins "
    "connolly cooke coombes cortes crowe cummings cunliffe daniels davies dawes dawkins "
    "descartes dickens dobbs dodds doyle dulles dumas dykes eames edwards emmons engels evans "
    "fernandes fleming fuentes furness gaines garces gibbs goebbels gonzales grimes guedes "
    "guterres haas haines hastings hawkins hayes haynes hernandes higgins hobbes hobbs hodges "
    "holmes hopkins hughes humphreys humphries huygens ingalls innes jacobs jeffries jenkins "
    "jennings jens jones keating keynes kissinger klaas knowles lars lopes lynes maas marques "
    "mathews matthews mcguinness mcinnes mendes menzies meyers milnes milosevic montes moores "
    "moraes morales morris mullins myers neves nichols niels nikolas noakes norris nunes "
    "oakes oates orwell owens parsons peres perkins peters phillips pires pyles ramos rawls "
    "reyes reynolds rhodes ribas richards rios rivas robbins roberts robles rodgers rogers "
    "rollins romanes rowling rubens samuels sanches sanders santos sarkozy saunders sayers "
    "scholes simmons simons sims soames soares solanas soros stephens stevens stiles sykes "
    "symons tavares torres tsipras valdes vargas varoufakis venables vickers villegas walters "
    "watkins welles wilkes wilkins williams willys wolfe yates";

std::unordered_set<std::string_view> all_names() {
  std::unordered_set<std::string_view> names;
  for (std::string_view list :
       {kCountries, kProvinces, kCities, kOrganisations, kForenames, kSurnames}) {
    while (!list.empty()) {
      const std::size_t end = std::min(list.find(' '), list.size());
      names.insert(list.substr(0, end));
      list.remove_prefix(std::min(end + 1, list.size()));
    }
  }
  return names;
}

}  // namespace

bool is_name(std::string_view folded) {
  static const std::unordered_set<std::string_view> names = all_names();
  return names.contains(folded);
}

}  // namespace dateline::analysis
