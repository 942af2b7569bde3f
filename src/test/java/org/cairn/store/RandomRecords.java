package org.cairn.store;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.cairn.dates.Spoken;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.Area;
import org.cairn.domain.Assessment;
import org.cairn.domain.Assessment.Aspect;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.Consent;
import org.cairn.domain.ElementLink;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FieldType;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.FormRecord;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Note;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Redaction;
import org.cairn.domain.Reference;
import org.cairn.domain.RiskAssessment;
import org.cairn.domain.SavedList;
import org.cairn.domain.SavedSearch;
import org.cairn.domain.Serving;
import org.cairn.domain.SynonymGroup;
import org.cairn.domain.Term;
import org.cairn.domain.Testimony;
import org.cairn.domain.Witness;

/// Records of any content that their own rules allow.
final class RandomRecords {

    private static final String LETTERS = "ab \"\\/\n\r\t\u0000\u0007\u007f\u2028é\u0301ئۇيبodaЖ证བོ😀{}[]:,";
    private static final String[] LANGUAGES = {"und", "en", "ug", "ug-Latn", "zh-Hans", "bo", "ar", "ru-KZ"};
    private static final String[] DATES = {
        "2014", "2014-03", "2014-03~", "2014?", "2014-21", "2004-06/2006-08", "2014/..", "201X", "2026-02-28"
    };

    private final Random random;

    RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    ArchiveRecord next(RecordKind kind) {
        if (kind == RecordKind.FORM) {
            return form();
        }
        if (kind == RecordKind.NOTE) {
            Reference subject = new Reference(RecordKind.EVIDENCE, 1 + random.nextInt(99));
            return new Note(subject, Optional.of(new Pinpoint.OfPage(subject, 3)), "n" + text(), Protection.SEALED);
        }
        if (kind == RecordKind.ASSESSMENT) {
            Reference subject = new Reference(RecordKind.EVIDENCE, 1 + random.nextInt(99));
            return new Assessment(subject, Aspect.GRADING, "B2", text(), Optional.empty(), "r" + text());
        }
        if (kind == RecordKind.LINK) {
            Reference subject = new Reference(RecordKind.TESTIMONY, 1 + random.nextInt(99));
            return new ElementLink(
                            subject,
                            Optional.of(new Pinpoint.OfParagraph(subject, 1 + random.nextInt(99))),
                            "PAL.ACT",
                            ElementLink.Bearing.values()[random.nextInt(3)])
                    .judged(Optional.empty(), random.nextBoolean() ? Optional.empty() : Optional.of(2))
                    .because(text());
        }
        if (kind == RecordKind.LIST) {
            Reference search = new Reference(RecordKind.SEARCH, 1 + random.nextInt(99));
            Fingerprint hash = Fingerprint.of(new byte[] {(byte) random.nextInt()});
            return new SavedList("l" + text(), search, 1, 7, hash, text(), Protection.SEALED, hash);
        }
        if (kind == RecordKind.SYNONYMS) {
            String number = String.valueOf(random.nextInt());
            return new SynonymGroup(List.of("kidney", "肾 " + number), Protection.SEALED, random.nextBoolean());
        }
        Class<?> type = switch (kind) {
            case SEARCH -> SavedSearch.class;
            case WITNESS -> Witness.class;
            case CONSENT -> Consent.class;
            case RISK -> RiskAssessment.class;
            case TESTIMONY -> Testimony.class;
            case EVIDENCE -> EvidenceItem.class;
            case BUNDLE -> BundleDraft.class;
            case SERVING -> Serving.class;
            default -> FormRecord.class;
        };
        for (int attempt = 0; attempt < 1000; attempt++) {
            Object made = composite(type, kind);
            if (made instanceof ArchiveRecord record && record.kind() == kind) {
                return record;
            }
        }
        throw new IllegalStateException("no record of this kind could be made");
    }

    /// A form's rules hang together too closely for chance to meet them.
    private FormDefinition form() {
        List<FormField> fields = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            FieldType type = FieldType.values()[random.nextInt(FieldType.values().length)];
            FormField field = FormField.of("question_" + i, type, labels()).from("list");
            fields.add(
                    type.holdsFields() ? field.holding(List.of(FormField.of("é", FieldType.TEXT, labels()))) : field);
        }
        return new FormDefinition(
                "id " + random.nextInt(),
                text(),
                labels(),
                new LanguageTag(LANGUAGES[random.nextInt(LANGUAGES.length)]),
                random.nextBoolean() ? Optional.empty() : Optional.of(RecordKind.TESTIMONY),
                fields,
                Map.of("list", List.of(new Term("a " + text(), labels(), random.nextBoolean()))),
                random.nextBoolean(),
                Optional.empty());
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            labels.put(LANGUAGES[random.nextInt(LANGUAGES.length)], text());
        }
        return labels;
    }

    /// Tries until the record's own rules are content.
    private Object composite(Class<?> type, RecordKind kind) {
        if (type == FuzzyDate.class) {
            FuzzyDate date = Spoken.date(DATES[random.nextInt(DATES.length)]);
            return new FuzzyDate(text(), date.edtf(), date.earliest(), date.latest());
        }
        if (type == Redaction.class) {
            return new Redaction(1 + random.nextInt(9), new Area(0.25, 0.5, random.nextDouble() / 2, 0.125), "FAMILY");
        }
        RecordShape shape = RecordShape.of(type);
        for (int attempt = 0; attempt < 1000; attempt++) {
            List<Object> arguments = new ArrayList<>();
            for (RecordComponent component : shape.components()) {
                arguments.add(component.getType() == RecordKind.class ? kind : value(component.getGenericType(), kind));
            }
            try {
                return shape.constructor().newInstance(arguments.toArray());
            } catch (java.lang.reflect.InvocationTargetException e) {
                continue;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("no " + type.getSimpleName() + " could be made");
    }

    private Object value(Type type, RecordKind kind) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, kind);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            Object[] constants = plain.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        return switch (plain.getSimpleName()) {
            case "String" -> text();
            case "int", "Integer" -> random.nextInt(7);
            case "long" -> random.nextLong(1L << 40);
            case "boolean" -> random.nextBoolean();
            case "Object" -> free(0);
            case "Reference" -> new Reference(RecordKind.values()[random.nextInt(12)], 1 + random.nextInt(99_999));
            case "LanguageTag" -> new LanguageTag(LANGUAGES[random.nextInt(LANGUAGES.length)]);
            case "Fingerprint" -> Fingerprint.of(new byte[] {(byte) random.nextInt()});
            case "Instant" -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(30_000));
            default -> composite(plain, kind);
        };
    }

    private Object container(ParameterizedType type, RecordKind kind) {
        Type[] inner = type.getActualTypeArguments();
        return switch (((Class<?>) type.getRawType()).getSimpleName()) {
            case "Optional" -> random.nextBoolean() ? Optional.empty() : Optional.of(value(inner[0], kind));
            case "Map" -> {
                Map<Object, Object> map = new HashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(text(), value(inner[1], kind));
                }
                yield map;
            }
            case "Set" -> new HashSet<>(list(inner[0], kind));
            default -> list(inner[0], kind);
        };
    }

    private List<Object> list(Type inner, RecordKind kind) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(inner, kind));
        }
        return list;
    }

    private Object free(int depth) {
        return switch (random.nextInt(depth < 3 ? 6 : 4)) {
            case 0 -> text();
            case 1 -> random.nextInt();
            case 2 -> random.nextInt() / 256.0 + 1.0 / 512;
            case 3 -> random.nextBoolean();
            case 4 -> List.of(free(depth + 1), free(depth + 1));
            default -> Map.of(text(), free(depth + 1));
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int[] points = LETTERS.codePoints().toArray();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
