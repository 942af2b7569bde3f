package org.cairn.ocr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    /// @param rather what reads the language that came out of it better; nothing where that is the one it was read in,
    ///     or cannot be told
    /// @param agreed whether what came out is in the one language it was read in, and in no other
    private record Tried(Recognised read, List<Languages.Entry> rather, boolean agreed) {
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
        Set<Languages.Entry> done = new LinkedHashSet<>();
        for (List<Languages.Entry> group : groups) {
            List<Languages.Entry> next = new ArrayList<>(group);
            while (!next.isEmpty()) {
                Languages.Entry entry = next.removeFirst();
                if (!done.add(entry)) {
                    continue;
                }
                Tried now = read(page, List.of(entry.pack()), turn);
                best = best.orBetter(now);
                if (now.read().silent() || best.settles()) {
                    return best; // no letters are letters in no language
                }
                next.addAll(0, now.rather());
            }
            if (best.worth() >= WELL) {
                return best;
            }
        }
        return best;
    }

    private Tried read(GreyPage page, List<String> packs, int turn) throws NotRecognised {
        Recognised read = reader.read(page, packs, turn);
        List<Languages.Entry> spoken = speech.apply(read.text()).map(Languages::of).orElse(List.of()).stream()
                .filter(installed::contains)
                .toList();
        boolean one = spoken.stream().anyMatch(entry -> packs.contains(entry.pack()));
        return new Tried(read, one ? List.of() : spoken, one && spoken.size() == 1);
    }
}
