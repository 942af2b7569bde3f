package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Reading;
import org.cairn.i18n.Messages;
import org.junit.jupiter.api.Test;

/// A record is shown in words: its fields have names, its codes have meanings.
class RecordTextTest {

    /// Values with one text, however they are made.
    private static final Set<Class<?>> PLAIN =
            Set.of(FuzzyDate.class, Reference.class, LanguageTag.class, Fingerprint.class);

    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final Words ARABIC = new Words(Locale.of("ar"));

    @Test
    void hasANameForEveryFieldOfEveryRecord() {
        FieldWords fields = new FieldWords(ENGLISH);
        Set<String> named = Messages.of("cli", Locale.ENGLISH).keys();
        assertThat(components())
                .hasSizeGreaterThan(80)
                .allSatisfy(component -> assertThat(fields.label(component.within(), component.name()))
                        .as("add to cli: field.%s", component.name())
                        .satisfies(label -> assertThat(named)
                                .anyMatch(key -> key.startsWith("field.")
                                        && ENGLISH.text(key).equals(label))));
    }

    @Test
    void hasAWordForEveryCodeOfEveryRecord() {
        FieldWords fields = new FieldWords(ARABIC);
        List<String> raw = new ArrayList<>();
        for (Component component : components()) {
            for (Object code : component.codes()) {
                if (fields.value(component.within(), component.name(), code.toString())
                        .equals(code.toString())) {
                    raw.add(component + " " + code);
                }
            }
        }
        assertThat(raw).isEmpty();
    }

    @Test
    void putsTheCodeBesideItsWordWhereItIsTyped() {
        assertThat(lines(ARABIC, "{'protection':'EX_PARTE','basis':'SEEN'}"))
                .containsExactlyInAnyOrder("الحماية: لطرف واحد (EX_PARTE)", "كيف عرفه الشاهد: رآه");
    }

    @Test
    void numbersParagraphsAndLeavesOutWhatIsEmpty() {
        assertThat(
                        lines(
                                ENGLISH,
                                "{'note':'','tags':[],'paragraphs':[{'basis':'SEEN','text':'One.'},{'text':'Two.','exhibits':[]}]}"))
                .containsExactly("Paragraphs:", "  1. One.", "     How the witness knows it: seen", "  2. Two.");
    }

    @Test
    void showsADateAsItWasSaidAndAsItWasUnderstood() {
        assertThat(
                        lines(
                                ENGLISH,
                                "{'date':{'verbatim':'about March 2014','edtf':'2014-03~','earliest':'2014-02-01','latest':'2014-04-30'}}"))
                .containsExactly("Date: about March 2014 (1 February – 30 April 2014)");
    }

    @Test
    void leavesTheFieldsOfAFormTheirOwnNames() {
        assertThat(lines(ENGLISH, "{'fields':{'description':'tall','allegedRole':'broker','deep':[{'status':'x'}]}}"))
                .contains("  description: tall", "  Alleged role: broker", "    1. status: x");
    }

    private static List<String> lines(Words words, String json) {
        JsonNode record = Output.parse(json.replace('\'', '"'));
        return new RecordText(words).lines("", record);
    }

    /// A field that can be shown, and the codes that it can have.
    private record Component(String within, String name, List<Object> codes) {}

    private static List<Component> components() {
        List<Component> all = new ArrayList<>();
        for (Class<?> kind : ArchiveRecord.class.getPermittedSubclasses()) {
            collect("", kind, all);
        }
        collect("reading", Reading.class, all);
        return all;
    }

    private static void collect(String within, Class<?> type, List<Component> into) {
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> held = held(component.getGenericType());
            Object[] codes = held.isEnum() && held != RecordKind.class ? held.getEnumConstants() : new Object[0];
            into.add(new Component(within, component.getName(), Arrays.asList(codes)));
            if (held.isRecord() && held != type && !PLAIN.contains(held)) {
                collect(component.getName(), held, into);
            }
        }
    }

    /// What an `Optional`, a list or a set holds.
    private static Class<?> held(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType several ->
                Stream.of(several.getActualTypeArguments())
                        .map(RecordTextTest::held)
                        .toList()
                        .getLast();
            default -> Object.class;
        };
    }
}
