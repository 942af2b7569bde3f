package org.cairn.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Initials that stand for a name, written with full stops or without: `ICC` finds `I.C.C.`, and the other way round.
///
/// The index has the first as one word and the second as letters side by side.
final class Acronym {

    private static final Pattern TOGETHER = Pattern.compile("\\p{Lu}{2,5}");
    private static final Pattern APART = Pattern.compile("(\\p{L}[.\\uFF0E]){1,4}\\p{L}[.\\uFF0E]?");

    private Acronym() {}

    /// What is asked besides where a word is one.
    ///
    /// @param letters the words that the analyser makes of it, folded
    static Optional<Query> otherwise(String field, String word, List<String> letters) {
        if (TOGETHER.matcher(word).matches() && letters.size() == 1) {
            String[] apart = letters.getFirst()
                    .codePoints()
                    .mapToObj(Character::toString)
                    .toArray(String[]::new);
            return apart.length < 2 ? Optional.empty() : Optional.of(new PhraseQuery(field, apart));
        }
        if (APART.matcher(word).matches() && letters.size() > 1) {
            String together = String.join("", letters);
            // W.H.O. is no "who", which the index cannot tell from WHO
            return SmallWords.isNoName(together)
                    ? Optional.empty()
                    : Optional.of(new TermQuery(new Term(field, together)));
        }
        return Optional.empty();
    }
}
