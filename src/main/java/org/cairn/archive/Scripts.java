package org.cairn.archive;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Script;

/// What is read out to witnesses in their own language: the program's own words in the languages it speaks, and those
/// that an organisation added in others, as forms with a script.
public final class Scripts {

    /// The languages that the program itself brings these words in.
    public static final List<LanguageTag> OF_THE_PROGRAM = Stream.of("en", "ar", "fr", "es", "ru", "zh-Hans")
            .map(LanguageTag::new)
            .toList();

    private static final List<String> KEYS = keys();

    private final Session session;

    Scripts(Session session) {
        this.session = session;
    }

    /// A script that is here.
    ///
    /// @param version what it is called: `F-0003/2`, or `script-en/1` of the program
    /// @param language the language it is in
    /// @param own whether the organisation added it
    /// @param retired whether it is read out no longer
    public record Known(String version, LanguageTag language, Script script, boolean own, boolean retired) {

        @Override
        public String toString() {
            return "Known";
        }
    }

    /// The keys of all texts, in the order in which they are read out.
    public static List<String> everyKey() {
        return KEYS;
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("oath", "opening"));
        ConsentScope.all().forEach(use -> keys.add("use." + use.code()));
        keys.addAll(List.of("caution", "break", "resume", "stop", "readBack"));
        Vocabulary.codes("declaration").forEach(code -> keys.add("declaration." + code));
        return List.copyOf(keys);
    }

    /// The texts that a script lacks or has left empty.
    public static List<String> missing(Script script) {
        return KEYS.stream()
                .filter(key -> script.texts().getOrDefault(key, "").isBlank())
                .toList();
    }

    /// Understands a script from a file, without keeping it.
    ///
    /// @throws ArchiveException.InvalidInput when it is none, or naming the texts that are missing or unknown
    public static FormDefinition read(byte[] bytes, String file) {
        FormDefinition form = OwnForms.read(bytes, file, RecordKind.TESTIMONY).form();
        if (form.script().isEmpty()) {
            throw new ArchiveException.InvalidInput("script", "missing");
        }
        requireWhole(form);
        return form;
    }

    /// Refuses a script that is not whole: a witness must not be left without a text in the middle.
    static void requireWhole(FormDefinition form) {
        form.script().ifPresent(script -> {
            if (form.language().equals(LanguageTag.UNDETERMINED)) {
                throw new ArchiveException.InvalidInput("language", "missing");
            }
            List<String> unknown = script.texts().keySet().stream()
                    .filter(key -> !KEYS.contains(key))
                    .toList();
            if (!unknown.isEmpty()) {
                throw new ArchiveException.InvalidInput("script.texts." + unknown.getFirst(), "unknownField");
            }
            List<String> missing = missing(script);
            if (!missing.isEmpty()) {
                throw new ArchiveException.InvalidInput("script.texts: " + String.join(" · ", missing), "textsMissing");
            }
        });
    }

    /// An empty script to be translated, each text under the one it is translated from.
    ///
    /// @param into the language it will be in
    /// @param from the texts that stand above the empty lines
    /// @param intro what to do, a line each
    public static String template(LanguageTag into, Known from, List<String> intro) {
        StringBuilder file = new StringBuilder();
        intro.forEach(line -> file.append("// ").append(line).append('\n'));
        file.append("{\n  \"kind\": \"form\",\n  \"id\": ")
                .append(quoted("script-" + into.tag().toLowerCase(Locale.ROOT)))
                .append(",\n  \"version\": \"1\",\n  \"language\": ")
                .append(quoted(into.tag()))
                .append(",\n  \"script\": {\n    \"direction\": ")
                .append(quoted((into.rightToLeft() ? Script.Direction.RTL : Script.Direction.LTR).name()))
                .append(",\n    \"texts\": {\n");
        for (String key : KEYS) {
            file.append("      // ")
                    .append(from.script().texts().getOrDefault(key, "").replaceAll("\\R", " "))
                    .append("\n      ")
                    .append(quoted(key))
                    .append(": \"\"")
                    .append(key.equals(KEYS.getLast()) ? "\n" : ",\n");
        }
        return file.append("    }\n  }\n}\n").toString();
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    /// Every script that is here: those that were added, then those of the program.
    public List<Known> list() {
        return Stream.concat(added().stream(), ofTheProgram().stream()).toList();
    }

    /// The script of a name, such as `F-0003/2` or `script-en/1`.
    public Optional<Known> named(String name) {
        return session.store()
                .read(view -> OwnForms.named(view, name))
                .flatMap(form ->
                        known(name, form, name.strip().toUpperCase(Locale.ROOT).startsWith("F-")));
    }

    /// What there is to be read out to a witness.
    ///
    /// @param witness the language of the witness
    /// @param otherwise the languages of those who would put it into the witness's, the nearest first
    public ReadAloud aloud(LanguageTag witness, List<LanguageTag> otherwise) {
        return ReadAloud.of(witness, otherwise, list());
    }

    /// The same without what an organisation added.
    public static ReadAloud aloudWithoutArchive(LanguageTag witness, List<LanguageTag> otherwise) {
        return ReadAloud.of(witness, otherwise, ofTheProgram());
    }

    private List<Known> added() {
        return new OwnForms(session)
                .list().stream()
                        .flatMap(kept -> known(kept.name(), kept.form(), true).stream())
                        .toList();
    }

    private static List<Known> ofTheProgram() {
        return OF_THE_PROGRAM.stream()
                .map(language -> "script-" + language.primary() + "/1")
                .flatMap(name -> OwnForms.withTheProgram(name).flatMap(form -> known(name, form, false)).stream())
                .toList();
    }

    private static Optional<Known> known(String name, FormDefinition form, boolean own) {
        return form.script().map(script -> new Known(name, form.language(), script, own, form.retired()));
    }

    /// A script of the program by its language; English where it has none.
    public static Known ofTheProgram(Locale language) {
        List<Known> all = ofTheProgram();
        return all.stream()
                .filter(one -> one.language().primary().equals(language.getLanguage()))
                .findFirst()
                .orElseGet(() -> all.getFirst());
    }
}
