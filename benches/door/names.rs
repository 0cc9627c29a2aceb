//! A realistic list of invented people: names as common as in Denmark, a few of them double, from all municipalities.

use referent::domain::matching::Candidate;

use crate::dice::Dice;

const GIVEN: &str = "Anne Peter Mette Michael Kirsten Lars Hanne Jens Anna Henrik Helle Thomas Susanne Søren Lene Jan Maria \
    Christian Marianne Martin Inge Niels Karen Anders Lone Morten Bente Jesper Camilla Mads Pia Rasmus Louise Per Jette \
    Hans Charlotte Jørgen Ida Ole Sofie Kim Inger Bent Gitte Erik Tina Kurt Ulla Claus Birgitte Brian Julie Torben \
    Maja Finn Kamilla Bo Rikke Steen Åse Leif Signe Allan Vibeke John Trine Frank Dorthe Kasper Line Jakob Nanna \
    Ulrik Eva Tobias Astrid Frederik Katrine Simon Birthe Mikkel Freja Emil Ellen Oliver Heidi Noah Agnete Asger \
    Yrsa Viggo Özlem Mehmet Fatima Ali Zainab Ahmed Ruth Poul Else Knud Gerda Svend";
const FAMILY: &str = "Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen \
    Kristensen Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Lund Schmidt Holm Eriksen \
    Mikkelsen Kristiansen Simonsen Clausen Svendsen Andreasen Iversen Østergaard Jeppesen Vestergaard Nissen Lauridsen \
    Kjær Jespersen Mogensen Nørgaard Jepsen Frandsen Søndergaard Henriksen Bertelsen Carlsen Bach Steffensen Winther \
    Friis Dahl Toft Overgaard Damgaard Kjeldsen Berg Bruun Krogh Skov Bak Ravn Dam Lind Beck Kruse Juhl Lauritsen \
    Laursen Munk Paulsen Bech Kirkegaard Hermansen Brandt Axelsen Villadsen Gregersen Storm Thygesen Yilmaz Hussein Khan \
    Nguyen Aagaard Ibsen Uldall Voss Eskildsen Quist Rohde Wulff Zacho Ørsted Højgaard";
const TOWNS: &str = "Albertslund Allerød Assens Ballerup Billund Bornholm Brøndby Brønderslev Dragør Egedal Esbjerg Fanø Favrskov \
    Faxe Fredensborg Fredericia Frederiksberg Frederikshavn Frederikssund Furesø Gentofte Gladsaxe Glostrup Greve Gribskov \
    Guldborgsund Haderslev Halsnæs Hedensted Helsingør Herlev Herning Hillerød Hjørring Holbæk Holstebro Horsens Hvidovre \
    Hørsholm Ikast Ishøj Jammerbugt Kalundborg Kerteminde Kolding København Køge Langeland Lejre Lemvig Lolland Læsø \
    Mariagerfjord Middelfart Morsø Norddjurs Nordfyns Nyborg Næstved Odder Odense Odsherred Randers Rebild Ringkøbing \
    Ringsted Roskilde Rudersdal Rødovre Samsø Silkeborg Skanderborg Skive Slagelse Solrød Sorø Stevns Struer Svendborg \
    Syddjurs Sønderborg Thisted Tønder Tårnby Vallensbæk Varde Vejen Vejle Vesthimmerland Viborg Vordingborg Ærø Aabenraa \
    Aalborg Aarhus";

/// One of them.
pub struct Guest {
    pub name: String,
    /// The number of the organisation.
    pub town: usize,
}

/// The names of the organisations.
pub fn towns() -> Vec<&'static str> {
    TOWNS.split_whitespace().collect()
}

/// The first are the most common: twice as common as those in the middle.
fn common<'a>(dice: &mut Dice, all: &[&'a str]) -> &'a str {
    let place = dice.below(all.len()).min(dice.below(all.len() * 3 / 2));
    all[place]
}

/// So many people.
pub fn guests(count: usize) -> Vec<Guest> {
    let given: Vec<&str> = GIVEN.split_whitespace().collect();
    let family: Vec<&str> = FAMILY.split_whitespace().collect();
    let towns = towns().len();
    let mut dice = Dice(7);
    let mut guest = || {
        let middle = match dice.below(10) {
            0..3 => format!(" {}", common(&mut dice, &family)),
            3 => format!(" {}", common(&mut dice, &given)),
            _ => String::new(),
        };
        let name = format!(
            "{}{middle} {}",
            common(&mut dice, &given),
            common(&mut dice, &family)
        );
        Guest {
            name,
            town: dice.below(towns),
        }
    };
    (0..count).map(|_| guest()).collect()
}

/// As the door finds them.
pub fn candidates(guests: &[Guest]) -> Vec<Candidate<usize>> {
    let towns = towns();
    let all = guests.iter().enumerate();
    all.map(|(index, guest)| Candidate {
        organisation: format!("{} Kommune {}", towns[guest.town], towns[guest.town]),
        ..Candidate::named(index, &guest.name)
    })
    .collect()
}

/// What somebody could type for a person, shortest first: beginnings of a name, of two, initials, and initials with
/// the beginning of the organisation.
pub fn tries(guest: &Guest) -> Vec<String> {
    let words: Vec<Vec<char>> = guest
        .name
        .to_lowercase()
        .split(' ')
        .map(|word| word.chars().collect())
        .collect();
    let town: Vec<char> = towns()[guest.town].to_lowercase().chars().collect();
    let begin = |word: &[char], count: usize| word.iter().take(count).collect::<String>();
    let mut all = Vec::new();
    for word in words.iter().chain([&town]) {
        all.extend((1..=word.len()).map(|count| begin(word, count)));
    }
    let initials: String = words.iter().filter_map(|word| word.first()).collect();
    let ends: String = [words.first(), words.last()]
        .into_iter()
        .flatten()
        .filter_map(|word| word.first())
        .collect();
    for initials in [&initials, &ends] {
        all.push(initials.clone());
        all.extend((1..=4).map(|count| format!("{initials}{}", begin(&town, count))));
    }
    for (first, second) in [
        (words.first(), words.last()),
        (words.last(), Some(&town)),
        (words.first(), Some(&town)),
    ] {
        let (Some(first), Some(second)) = (first, second) else {
            continue;
        };
        for (one, two) in
            (1..=first.len()).flat_map(|one| (1..=second.len()).map(move |two| (one, two)))
        {
            all.push(format!("{} {}", begin(first, one), begin(second, two)));
        }
    }
    all.sort_by_key(|text| text.chars().count());
    all.dedup();
    all
}
