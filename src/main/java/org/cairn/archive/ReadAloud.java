package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ReadOut;
import org.cairn.domain.Script;

/// The texts that are read out to one witness: in their language where there are some, else in that of whoever will
/// interpret them.
public final class ReadAloud {

    private final LanguageTag witness;
    private final List<Scripts.Known> scripts;

    private ReadAloud(LanguageTag witness, List<Scripts.Known> scripts) {
        this.witness = witness;
        this.scripts = List.copyOf(scripts);
    }

    /// A text as it stands on the screen.
    ///
    /// @param words what is read
    /// @param language the language they are in
    /// @param version the script they are of
    /// @param rightToLeft which way they run
    /// @param interpreted whether they must be put into the witness's language, aloud
    public record Line(
            String key, String words, LanguageTag language, String version, boolean rightToLeft, boolean interpreted) {

        /// That it was read out.
        public ReadOut readOut() {
            return new ReadOut(key, language, version, interpreted);
        }

        @Override
        public String toString() {
            return "Line";
        }
    }

    static ReadAloud of(LanguageTag witness, List<LanguageTag> otherwise, List<Scripts.Known> known) {
        List<Scripts.Known> asked = known.stream().filter(one -> !one.retired()).toList();
        List<Scripts.Known> chain = new ArrayList<>(in(witness, asked));
        otherwise.forEach(language -> chain.addAll(in(language, asked)));
        chain.addAll(in(Scripts.OF_THE_PROGRAM.getFirst(), asked));
        return new ReadAloud(witness, chain);
    }

    /// Those in a language: the very one before its relatives, those that were added before those of the program.
    private static List<Scripts.Known> in(LanguageTag language, List<Scripts.Known> known) {
        List<Scripts.Known> found = new ArrayList<>(
                known.stream().filter(one -> one.language().equals(language)).toList());
        known.stream()
                .filter(one -> one.language().primary().equals(language.primary()))
                .filter(one -> !found.contains(one))
                .forEach(found::add);
        return language.equals(LanguageTag.UNDETERMINED) ? List.of() : found;
    }

    /// The text of a key; nothing for a key that no script knows.
    public Optional<Line> line(String key) {
        return scripts.stream()
                .filter(one -> !one.script().texts().getOrDefault(key, "").isBlank())
                .findFirst()
                .map(one -> line(key, one));
    }

    private Line line(String key, Scripts.Known of) {
        return new Line(
                key,
                of.script().texts().getOrDefault(key, ""),
                of.language(),
                of.version(),
                of.script().direction() == Script.Direction.RTL,
                !of.language().primary().equals(witness.primary()));
    }

    /// The language of the witness.
    public LanguageTag witness() {
        return witness;
    }
}
