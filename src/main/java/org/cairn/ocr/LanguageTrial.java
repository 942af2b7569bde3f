package org.cairn.ocr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out by trying in which language a page is read best, and stays with it while the next pages go well.
public final class LanguageTrial {

    /// From here on the right language was found.
    private static final int WELL = 80;
    /// From here on no language like it was ever read better: in the nearest wrong one a clean page reaches 89.
    private static final int SURE = 93;
    /// A page less sure than this may be in another language than the pages before.
    private static final int DOUBTFUL = 60;

    private final PageReader reader;
    private final List<Languages.Entry> likely;
    private final List<Languages.Entry> installed;
    private Optional<Recognised> settled = Optional.empty();

    /// @param likely what is known of the item: the only ones tried where they do well
    /// @param installed everything that this machine can read
    public LanguageTrial(PageReader reader, List<Languages.Entry> likely, List<Languages.Entry> installed) {
        this.reader = reader;
        this.likely = List.copyOf(likely);
        this.installed = List.copyOf(installed);
    }

    /// Reads a page in the language that suits it best.
    public Recognised read(GreyPage page) throws NotRecognised {
        if (settled.isPresent()) {
            Recognised as =
                    reader.read(page, settled.get().packs(), settled.get().turn());
            if (as.confidence() >= DOUBTFUL) {
                return as;
            }
        }
        Optional<PageReader.Look> look = reader.look(page);
        int turn = look.map(PageReader.Look::turn).orElse(0);
        Recognised best = tried(page, turn, candidates(look));
        if (best.confidence() < DOUBTFUL && turn != 0) {
            best = better(best, tried(page, 0, candidates(look)));
        }
        if (best.confidence() >= DOUBTFUL) {
            settled = Optional.of(best);
        }
        return best;
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

    private Recognised tried(GreyPage page, int turn, List<List<Languages.Entry>> groups) throws NotRecognised {
        Recognised best = new Recognised("", List.of(), 0, List.of(), turn);
        for (List<Languages.Entry> group : groups) {
            for (Languages.Entry entry : group) {
                Recognised read = reader.read(page, List.of(entry.pack()), turn);
                best = better(best, read);
                if (read.silent() || best.confidence() >= SURE) {
                    return best; // no letters are letters in no language
                }
            }
            if (best.confidence() >= WELL) {
                return best;
            }
        }
        return best;
    }

    private static Recognised better(Recognised one, Recognised other) {
        return other.confidence() > one.confidence() ? other : one;
    }
}
