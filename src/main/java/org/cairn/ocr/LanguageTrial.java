package org.cairn.ocr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cairn.domain.LanguageTag;

/// Finds out by trying in which language a page is read best, and stays with it while the next pages go well.
///
/// How sure the machine is of what it read does not tell languages apart that are written with the same letters: what
/// came out is asked which language it is in, and where that is another one, it is read again in that.
public final class LanguageTrial {

    /// From here on the right language was found.
    private static final int WELL = 80;
    /// From here on no language like it was ever read better: in the nearest wrong one a clean page reaches 89.
    private static final int SURE = 93;
    /// A page less sure than this may be in another language than the pages before.
    private static final int DOUBTFUL = 60;
    /// What is in another language than it was read in, counts so much less.
    private static final int CONTRADICTED = 12;
    /// So many letters of a paragraph tell its language.
    private static final int LONG_ENOUGH = 60;

    private final PageReader reader;
    private final List<Languages.Entry> likely;
    private final List<Languages.Entry> installed;
    private final Function<String, Optional<LanguageTag>> speech;
    private Optional<Recognised> settled = Optional.empty();

    /// @param likely what is known of the item: the only ones tried where they do well
    /// @param installed everything that this machine can read
    /// @param speech tells the language of a text, where it can be told
    public LanguageTrial(
            PageReader reader,
            List<Languages.Entry> likely,
            List<Languages.Entry> installed,
            Function<String, Optional<LanguageTag>> speech) {
        this.reader = reader;
        this.likely = List.copyOf(likely);
        this.installed = List.copyOf(installed);
        this.speech = speech;
    }

    /// A page as it was read.
    ///
    /// @param rather what reads the languages that came out of it; nothing where it was read in them, or they cannot be
    ///     told
    /// @param agreed whether all that came out is in languages it was read in
    private record Tried(Recognised read, List<String> rather, boolean agreed) {
        boolean settles() {
            return worth() >= (agreed ? WELL : SURE);
        }

        int worth() {
            return read.confidence() - (rather.isEmpty() ? 0 : CONTRADICTED);
        }

        Tried orBetter(Tried other) {
            return other.worth() > worth() ? other : this;
        }
    }

    /// Reads a page in the language that suits it best.
    public Recognised read(GreyPage page) throws NotRecognised {
        if (settled.isPresent()) {
            Tried as = read(page, settled.get().packs(), settled.get().turn());
            if (as.read().confidence() >= DOUBTFUL && as.rather().isEmpty()) {
                return as.read();
            }
        }
        Optional<PageReader.Look> look = reader.look(page);
        int turn = look.map(PageReader.Look::turn).orElse(0);
        Tried best = tried(page, turn, candidates(look));
        if (best.read().confidence() < DOUBTFUL && turn != 0) {
            best = best.orBetter(tried(page, 0, candidates(look)));
        }
        if (best.read().confidence() >= DOUBTFUL) {
            settled = Optional.of(best.read());
        }
        return best.read();
    }

    /// Groups that are tried one after the other until one does well: what is known, what has the script, the rest.
    private List<List<Languages.Entry>> candidates(Optional<PageReader.Look> look) {
        List<Languages.Entry> scripted = look.map(seen -> installed.stream()
                        .filter(entry -> entry.script().equals(seen.script()))
                        .toList())
                .orElse(List.of());
        List<List<Languages.Entry>> groups = new ArrayList<>();
        Set<Languages.Entry> before = new LinkedHashSet<>();
        for (List<Languages.Entry> group : List.of(likely, scripted, installed)) {
            List<Languages.Entry> fresh =
                    group.stream().filter(entry -> !before.contains(entry)).toList();
            before.addAll(fresh);
            groups.add(fresh);
        }
        return groups;
    }

    private Tried tried(GreyPage page, int turn, List<List<Languages.Entry>> groups) throws NotRecognised {
        Tried best = new Tried(new Recognised("", List.of(), 0, List.of(), turn), List.of(), false);
        Map<List<String>, Recognised> done = new LinkedHashMap<>();
        for (List<Languages.Entry> group : groups) {
            List<List<String>> next = new ArrayList<>();
            group.forEach(entry -> next.add(List.of(entry.pack())));
            while (!next.isEmpty()) {
                List<String> packs = next.removeFirst();
                if (done.containsKey(packs)) {
                    continue;
                }
                Tried now = read(page, packs, turn);
                done.put(packs, now.read());
                best = best.orBetter(now);
                if (now.read().silent() || best.settles()) {
                    return best; // no letters are letters in no language
                }
                if (!now.rather().isEmpty()) {
                    next.addFirst(now.rather());
                }
            }
            if (best.worth() >= WELL) {
                return best;
            }
        }
        return together(page, turn, best, done);
    }

    /// Nothing does well: the page may be in two scripts, of which every language knows one.
    private Tried together(GreyPage page, int turn, Tried best, Map<List<String>, Recognised> done)
            throws NotRecognised {
        Optional<List<Recognised>> two = Complement.of(done.values());
        if (two.isEmpty()) {
            return best;
        }
        List<String> packs = two.get().stream()
                .flatMap(read -> read.packs().stream())
                .distinct()
                .toList();
        return done.containsKey(packs) ? best : best.orBetter(read(page, packs, turn));
    }

    /// Asks every paragraph of what came out which language it is in: there may be more than one on a page.
    private Tried read(GreyPage page, List<String> packs, int turn) throws NotRecognised {
        Recognised read = reader.read(page, packs, turn);
        Set<String> spoken = new LinkedHashSet<>();
        boolean told = true;
        for (String paragraph : paragraphs(read.text())) {
            List<String> reading = speech.apply(paragraph).map(Languages::of).orElse(List.of()).stream()
                    .filter(installed::contains)
                    .map(Languages.Entry::pack)
                    .toList();
            told &= reading.size() == 1;
            spoken.addAll(
                    reading.stream().anyMatch(packs::contains)
                            ? reading.stream().filter(packs::contains).toList()
                            : reading);
        }
        boolean same = packs.containsAll(spoken);
        return new Tried(read, same ? List.of() : List.copyOf(spoken), same && told && !spoken.isEmpty());
    }

    /// Those that are long enough for a language to be told, or the whole where none is.
    private static List<String> paragraphs(String text) {
        List<String> paragraphs = Stream.of(text.split("\n\n"))
                .filter(paragraph -> paragraph.length() >= LONG_ENOUGH)
                .toList();
        return paragraphs.isEmpty() ? List.of(text) : paragraphs;
    }
}
