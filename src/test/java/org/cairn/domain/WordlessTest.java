package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.domain.medical.Diagnosis;
import org.cairn.domain.medical.LabResult;
import org.cairn.domain.medical.RecipientCourse;
import org.cairn.domain.query.Asked;
import org.cairn.domain.query.Place;
import org.cairn.domain.reading.WordPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What stands in a log by mistake is a `toString`: none of a value that holds somebody's words may say them.
class WordlessTest {

    private static final String WORDS = "Amina said so";
    /// Components that hold a code, a digest or a number in letters, which may be said.
    private static final Set<String> CODES = Set.of(
            "code",
            "tool",
            "rule",
            "how",
            "scope",
            "hex",
            "tag",
            "edtf",
            "action",
            "reason",
            "letters",
            "type",
            "types",
            "what",
            "hash",
            "mediaType",
            "signingKey",
            "hintCode",
            "kind",
            "facets",
            "screen",
            "arguments");

    static Stream<Class<?>> values() throws IOException {
        Path root = Path.of(URI.create(String.valueOf(Reference.class.getResource("Reference.class"))))
                .resolve("../../../..")
                .normalize();
        List<Class<?>> found = new ArrayList<>();
        for (String folder : List.of(
                "domain",
                "archive",
                "store",
                "intake",
                "verify",
                "vault",
                "crypto",
                "progress",
                "exchange",
                "audio",
                "dates",
                "ui",
                "cli")) {
            try (Stream<Path> files = Files.walk(root.resolve("org/cairn").resolve(folder))) {
                files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .filter(name -> name.endsWith(".class") && !name.contains("Test") && !name.contains("-info"))
                        .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                        .map(WordlessTest::type)
                        .filter(Class::isRecord)
                        .filter(WordlessTest::isOfTheProgram)
                        .sorted(java.util.Comparator.comparing(Class::getName))
                        .forEach(found::add);
            }
        }
        return found.stream();
    }

    private static boolean isOfTheProgram(Class<?> type) {
        String outermost = type.getName().replaceAll("\\$.*", "").replace('.', '/');
        return Files.exists(Path.of("src/main/java", outermost + ".java"));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, WordlessTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void saysNoWordOfWhatItHolds(Class<?> type) {
        Optional<Object> made = known("", type).or(() -> make(type));

        made.ifPresent(
                value -> assertThat(value.toString()).doesNotContain(WORDS).doesNotContain("Amina"));
    }

    @Test
    void looksAtAllOfThem() throws IOException {
        assertThat(values().filter(type -> known("", type).or(() -> make(type)).isPresent()))
                .hasSizeGreaterThan(60);
    }

    /// A value full of words; nothing where it holds what only the program at work can make.
    private static Optional<Object> make(Class<?> type) {
        if (type.getSimpleName().equals("Among")) {
            return Optional.empty(); // holds answers of any shape while they are checked
        }
        if (type == FormRecord.class) {
            return Optional.of(form());
        }
        Reference item = new Reference(RecordKind.EVIDENCE, 1);
        if (type == Assessment.class) {
            return Optional.of(new Assessment(item, Assessment.Aspect.GRADING, "B2", WORDS, Optional.empty(), WORDS));
        }
        if (type == Note.class) {
            return Optional.of(new Note(item, Optional.empty(), WORDS, Protection.SEALED));
        }
        if (type == ElementLink.class) {
            return Optional.of(new ElementLink(item, Optional.empty(), "PAL.ACT", ElementLink.Bearing.CONTEXT)
                    .because(WORDS)
                    .withdrawnFor(WORDS));
        }
        if (type == SavedList.class) {
            Fingerprint hash = Fingerprint.of(new byte[0]);
            Reference search = new Reference(RecordKind.SEARCH, 1);
            return Optional.of(new SavedList(WORDS, search, 1, 1, hash, WORDS, Protection.SEALED, hash));
        }
        if (type == SynonymGroup.class) {
            return Optional.of(new SynonymGroup(List.of(WORDS, "kidney"), Protection.SEALED));
        }
        if (type == Relations.Relation.class) {
            return Optional.of(new Relations.Relation(Relations.Way.COPY_OF, item));
        }
        if (type == WordPlace.class) {
            return Optional.of(new WordPlace(0, 5, 90, 0, 0, 0.5, 0.1));
        }
        Asked asked = new Asked.Word(new Place(0, 5), "Amina");
        if (type == Asked.Word.class) {
            return Optional.of(asked);
        }
        if (type == Asked.All.class) {
            return Optional.of(new Asked.All(asked.at(), List.of(asked, asked)));
        }
        if (type == Asked.Any.class) {
            return Optional.of(new Asked.Any(asked.at(), List.of(asked, asked)));
        }
        if (type == EvidenceItem.class) {
            return Optional.of(EvidenceItem.ofThing(
                    WORDS,
                    WORDS,
                    new Acquisition(WORDS, WORDS, WORDS, Optional.empty()),
                    new PhysicalObject(WORDS, WORDS),
                    Protection.SEALED));
        }
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Optional<Object> argument = value(component.getName(), component.getGenericType());
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
        }
        try {
            Class<?>[] types = Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(arguments.toArray()));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FormRecord form() {
        return new FormRecord(
                RecordKind.PERSON,
                WORDS,
                WORDS,
                Protection.PUBLIC,
                Optional.empty(),
                Optional.empty(),
                Map.of(WORDS, WORDS));
    }

    private static Optional<Object> value(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(name, generic);
        }
        if (!(type instanceof Class<?> plain)) {
            return Optional.of(WORDS);
        }
        if (plain.isEnum()) {
            return Optional.of(plain.getEnumConstants()[0]);
        }
        return known(name, plain).or(() -> plain.isRecord() ? make(plain) : Optional.empty());
    }

    private static Optional<Object> container(String name, ParameterizedType type) {
        Type[] inner = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        if (!Set.of(Optional.class, Map.class, List.class, Set.class).contains(raw)) {
            return Optional.empty();
        }
        if (inner[inner.length - 1] == Object.class) {
            return raw == Map.class ? Optional.of(Map.of(WORDS, WORDS)) : Optional.of(List.of(WORDS));
        }
        Optional<Object> element = value(name, inner[inner.length - 1]);
        if (raw == Optional.class) {
            return Optional.of(element);
        }
        if (element.isEmpty()) {
            return nothingOf(raw);
        }
        if (raw == Map.class) {
            Object key = value(name, inner[0]).orElse(WORDS);
            return element.map(value -> Map.of(key, value));
        }
        return element.map(value -> raw == Set.class ? Set.of(value) : List.of(value));
    }

    /// What only the program at work can make is left out: the rest of the value may say words too.
    private static Optional<Object> nothingOf(Class<?> raw) {
        return switch (raw.getSimpleName()) {
            case "Map" -> Optional.of(Map.of());
            case "Set" -> Optional.of(Set.of());
            case "List" -> Optional.of(List.of());
            default -> Optional.empty();
        };
    }

    private static Optional<Object> known(String name, Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> Optional.of(text(name));
            case "Object" -> Optional.of(WORDS);
            case "int", "Integer" -> Optional.of(1);
            case "long", "Long" -> Optional.of(1L);
            case "double" -> Optional.of(1.0);
            case "boolean", "Boolean" -> Optional.of(true);
            case "byte[]" -> Optional.of(new byte[32]);
            case "Path" -> Optional.of(Path.of(WORDS));
            case "Instant" -> Optional.of(Instant.EPOCH);
            case "LocalDate" -> Optional.of(LocalDate.EPOCH);
            case "Area" -> Optional.of(Area.WHOLE);
            case "Pinpoint" -> Optional.of(Pinpoint.parse("T-0001 ¶1"));
            case "FlacFormat" -> Optional.of(new org.cairn.audio.flac.FlacFormat(48_000, 1, 16));
            case "Argon2Cost" -> Optional.of(org.cairn.crypto.Argon2Cost.DEFAULT);
            case "ArchiveRecord" -> make(Testimony.class);
            case "Term" -> Optional.of(new Term("CODE", Map.of("en", WORDS)));
            case "FormField" -> Optional.of(field());
            case "FormDefinition" -> Optional.of(definition());
            case "LabResult" ->
                Optional.of(
                        new LabResult(WORDS, "883-9", "1.0", "g/L", WORDS, "1", "2", Optional.empty(), WORDS, WORDS));
            case "Diagnosis" -> Optional.of(new Diagnosis("Z90.5", WORDS));
            case "Price" -> Optional.of(new RecipientCourse.Price("1.00", "USD"));
            case "RuntimeException" -> Optional.of(new ArchiveException.InUse());
            default -> Optional.empty();
        };
    }

    private static FormField field() {
        return new FormField(
                "question",
                FieldType.TEXT,
                Map.of("en", WORDS),
                Map.of("en", WORDS),
                false,
                Optional.empty(),
                Optional.empty(),
                Map.of("en", WORDS),
                Optional.empty(),
                false,
                false,
                List.of());
    }

    private static FormDefinition definition() {
        return new FormDefinition(
                "form",
                "1",
                Map.of("en", WORDS),
                LanguageTag.UNDETERMINED,
                Optional.empty(),
                List.of(field()),
                Map.of(),
                false,
                Optional.empty());
    }

    private static String text(String name) {
        return switch (name) {
            case "hex" -> "0".repeat(64);
            case "tag" -> "ug";
            case "edtf" -> "1970-01-01";
            case "how" -> "LEAK";
            default -> CODES.contains(name) ? "CODE" : WORDS;
        };
    }
}
