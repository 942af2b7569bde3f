package org.cairn.archive;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Testimony;

/// What a later statement says otherwise than the one it follows, paragraph by paragraph and word by word.
///
/// Paragraphs that say the same stand beside each other; between them, what was changed beside what it was changed to.
public final class Differences {

    private final Locale language;
    private final List<String> earlier;
    private final List<String> later;
    private final List<Pair> pairs = new ArrayList<>();

    private Differences(List<String> earlier, List<String> later, LanguageTag language) {
        this.language = Locale.forLanguageTag(language.tag());
        this.earlier = List.copyOf(earlier);
        this.later = List.copyOf(later);
    }

    /// A stretch of words.
    ///
    /// @param changed whether the other side says it otherwise or not at all
    public record Piece(String text, boolean changed) {

        @Override
        public String toString() {
            return changed ? "Piece, changed" : "Piece";
        }
    }

    /// What stands at one side.
    ///
    /// @param number of the paragraph, from 1
    public record Side(int number, List<Piece> pieces) {

        public Side {
            pieces = List.copyOf(pieces);
        }
    }

    /// A paragraph of either statement beside the one of the other that it answers to, if any.
    public record Pair(Optional<Side> earlier, Optional<Side> later) {

        /// Whether both say the same.
        public boolean same() {
            return earlier.isPresent()
                    && later.isPresent()
                    && earlier.get().pieces().stream().noneMatch(Piece::changed)
                    && later.get().pieces().stream().noneMatch(Piece::changed);
        }
    }

    /// The paragraphs of two statements beside each other, in the order of the later one.
    public static List<Pair> between(Testimony earlier, Testimony later) {
        return between(texts(earlier), texts(later), later.language());
    }

    private static List<String> texts(Testimony of) {
        return of.paragraphs().stream().map(Paragraph::text).toList();
    }

    /// The paragraphs of two accounts beside each other, in the order of the later one.
    ///
    /// @param language how words are parted
    public static List<Pair> between(List<String> earlier, List<String> later, LanguageTag language) {
        Differences differences = new Differences(earlier, later, language);
        differences.pair();
        return List.copyOf(differences.pairs);
    }

    private void pair() {
        int at = 0;
        int to = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(earlier, later).getDeltas()) {
            while (at < delta.getSource().getPosition()) {
                same(at++, to++);
            }
            int gone = delta.getSource().size();
            int come = delta.getTarget().size();
            for (Likeness.Match match : likeness(at, gone, to, come)) {
                changed(match.earlier() < 0 ? -1 : at + match.earlier(), match.later() < 0 ? -1 : to + match.later());
            }
            at += gone;
            to += come;
        }
        while (at < earlier.size()) {
            same(at++, to++);
        }
    }

    private List<Likeness.Match> likeness(int at, int gone, int to, int come) {
        return Likeness.match(
                earlier.subList(at, at + gone).stream().map(this::words).toList(),
                later.subList(to, to + come).stream().map(this::words).toList());
    }

    private void same(int at, int to) {
        pairs.add(new Pair(
                Optional.of(new Side(at + 1, List.of(new Piece(earlier.get(at), false)))),
                Optional.of(new Side(to + 1, List.of(new Piece(later.get(to), false))))));
    }

    private void changed(int at, int to) {
        if (at < 0 || to < 0) {
            pairs.add(new Pair(
                    at < 0 ? Optional.empty() : Optional.of(whole(at, earlier)),
                    to < 0 ? Optional.empty() : Optional.of(whole(to, later))));
            return;
        }
        List<String> before = words(earlier.get(at));
        List<String> after = words(later.get(to));
        boolean[] gone = new boolean[before.size()];
        boolean[] come = new boolean[after.size()];
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            mark(gone, delta.getSource().getPosition(), delta.getSource().size());
            mark(come, delta.getTarget().getPosition(), delta.getTarget().size());
        }
        pairs.add(new Pair(
                Optional.of(new Side(at + 1, pieces(before, gone))),
                Optional.of(new Side(to + 1, pieces(after, come)))));
    }

    private static Side whole(int at, List<String> texts) {
        return new Side(at + 1, List.of(new Piece(texts.get(at), true)));
    }

    private static void mark(boolean[] changed, int from, int count) {
        Arrays.fill(changed, from, from + count, true);
    }

    private static List<Piece> pieces(List<String> words, boolean[] changed) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int last = pieces.size() - 1;
            if (last >= 0 && pieces.get(last).changed() == changed[i]) {
                pieces.set(last, new Piece(pieces.get(last).text() + words.get(i), changed[i]));
            } else {
                pieces.add(new Piece(words.get(i), changed[i]));
            }
        }
        return pieces;
    }

    /// Words as the language parts them, with what stands between them: put together again they are the text.
    private List<String> words(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(language);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            words.add(text.substring(from, to));
            from = to;
        }
        return words;
    }
}
