package org.cairn.domain;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.domain.expression.Expression;

/// A form: the questions an organisation asks beyond those that every archive has, and its own lists of terms.
///
/// A list that is called like a vocabulary of the program (`witness-category`) adds its terms to it.
///
/// @param id what its makers call it; a later version keeps it
/// @param version what its makers call this version
/// @param titles what people read, by language
/// @param language the language it was written in first
/// @param extendsKind the kind of record its questions are added to; none where it only brings terms
/// @param fields its questions, in order
/// @param lists its lists of terms, by name
/// @param retired whether its questions are no longer asked; it stays, so that what was recorded with it can be read
/// @param origin where it came from, when another tool made it
/// @param script what is read out to witnesses in its language; absent where it brings no such texts
public record FormDefinition(
        String id,
        String version,
        Map<String, String> titles,
        LanguageTag language,
        Optional<RecordKind> extendsKind,
        List<FormField> fields,
        Map<String, List<Term>> lists,
        boolean retired,
        Optional<FormOrigin> origin,
        Optional<Script> script)
        implements ArchiveRecord {

    private static final int DEEPEST = 20;
    private static final int MOST_FIELDS = 20_000;

    /// Kinds that questions can be added to.
    public static final Set<RecordKind> EXTENSIBLE = Set.of(
            RecordKind.TESTIMONY,
            RecordKind.WITNESS,
            RecordKind.MEDICAL,
            RecordKind.PERSON,
            RecordKind.PLACE,
            RecordKind.EVENT,
            RecordKind.PAYMENT);

    public FormDefinition {
        Texts.requireGiven("id", id);
        titles = Labels.of("titles", titles);
        fields = List.copyOf(fields);
        TreeMap<String, List<Term>> copied = new TreeMap<>();
        lists.forEach((name, terms) -> copied.put(name, requireOnce(name, terms)));
        lists = Collections.unmodifiableSortedMap(copied);
        if (extendsKind.isPresent() && !EXTENSIBLE.contains(extendsKind.get())) {
            throw new ArchiveException.InvalidInput("extendsKind", "unknownValue");
        }
        requireSound("fields", fields, 1);
        if (allFields(fields).limit(MOST_FIELDS + 1L).count() > MOST_FIELDS) {
            throw new ArchiveException.InvalidInput("fields", "tooMany");
        }
    }

    /// A form without texts to be read out.
    public FormDefinition(
            String id,
            String version,
            Map<String, String> titles,
            LanguageTag language,
            Optional<RecordKind> extendsKind,
            List<FormField> fields,
            Map<String, List<Term>> lists,
            boolean retired,
            Optional<FormOrigin> origin) {
        this(id, version, titles, language, extendsKind, fields, lists, retired, origin, Optional.empty());
    }

    private static List<Term> requireOnce(String name, List<Term> terms) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < terms.size(); i++) {
            if (!codes.add(terms.get(i).code())) {
                throw new ArchiveException.InvalidInput("lists." + name + "[" + i + "].code", "givenTwice");
            }
        }
        return List.copyOf(terms);
    }

    private static void requireSound(String path, List<FormField> fields, int depth) {
        if (depth > DEEPEST) {
            throw new ArchiveException.InvalidInput(path, "tooManyLevels");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            FormField field = fields.get(i);
            String here = path + "[" + i + "]";
            if (!names.add(field.name())) {
                throw new ArchiveException.InvalidInput(here + ".name", "givenTwice");
            }
            if (field.type().chosen() && field.list().isEmpty()) {
                throw new ArchiveException.InvalidInput(here + ".list", "missing");
            }
            requireExpression(here + ".shownIf", field.shownIf());
            requireExpression(here + ".constraint", field.constraint());
            requireSound(here + ".fields", field.fields(), depth + 1);
        }
    }

    private static void requireExpression(String path, Optional<String> text) {
        if (text.isPresent() && Expression.parse(text.get()).isEmpty()) {
            throw new ArchiveException.InvalidInput(path, "notACondition");
        }
    }

    private static Stream<FormField> allFields(List<FormField> fields) {
        return fields.stream().flatMap(field -> Stream.concat(Stream.of(field), allFields(field.fields())));
    }

    /// The same form, asked or no longer asked.
    public FormDefinition retired(boolean no) {
        return new FormDefinition(id, version, titles, language, extendsKind, fields, lists, no, origin, script);
    }

    /// The same form under another name.
    public FormDefinition called(String other) {
        return new FormDefinition(other, version, titles, language, extendsKind, fields, lists, retired, origin);
    }

    /// Every question, also those inside groups.
    public List<FormField> everyField() {
        return allFields(fields).toList();
    }

    /// What it is called for a reader of a language.
    public String titleFor(String reader) {
        return Labels.read(titles, reader, language.tag()).orElse(id);
    }

    /// What a term of one of its own lists is called for a reader of a language; nothing where it has no such term.
    public Optional<String> term(String list, String code, String reader) {
        return lists.getOrDefault(list, List.of()).stream()
                .filter(term -> term.code().equals(code))
                .findFirst()
                .map(term -> Labels.read(term.label(), reader, language.tag()).orElse(code));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.FORM;
    }

    @Override
    public String title() {
        return titleFor(language.tag());
    }

    /// What it is added to.
    @Override
    public String type() {
        return extendsKind.map(RecordKind::name).orElse("");
    }

    /// Questions are no evidence and name nobody: whoever may read anything may read them.
    @Override
    public Protection protection() {
        return Protection.PUBLIC;
    }

    @Override
    public Optional<LanguageTag> spokenIn() {
        return Optional.of(language);
    }

    @Override
    public String toString() {
        return "FormDefinition";
    }
}
