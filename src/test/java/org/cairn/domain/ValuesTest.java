package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What no value of the domain can be.
class ValuesTest {

    private static final Acquisition SOURCE = new Acquisition("the ministry", "LEAK", "analyst 1", Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void refuseAnEmptyName(String blank) {
        refused("title", () -> item(blank, 1));
        refused("source", () -> new Acquisition(blank, "LEAK", "", Optional.empty()));
        refused("how", () -> new Acquisition("s", blank, "", Optional.empty()));
        refused("category", () -> new Witness(blank, LanguageTag.UNDETERMINED, Protection.PUBLIC, false, ""));
        refused("name", () -> new Identity(blank, List.of(), Optional.empty(), "", List.of(), ""));
        refused("title", () -> form(RecordKind.PAYMENT, blank));
        refused("title", () -> bundle(blank, 1));
        refused("title", () -> new BundleDraft.Section(blank, List.of()));
        refused("reason", () -> new BundleDraft.LeftOut(Reference.parse("E-0001"), blank));
        refused(
                "code",
                () -> new Interview.Interpreter(blank, new LanguageTag("ug"), new LanguageTag("en"), true, true));
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void refuseAFormForAKindThatHasARecordOfItsOwn(RecordKind kind) {
        boolean form = switch (kind) {
            case MEDICAL, PERSON, PLACE, EVENT, PAYMENT -> true;
            default -> false;
        };
        if (form) {
            assertThat(form(kind, "t").kind()).isEqualTo(kind);
        } else {
            refused("kind", () -> form(kind, "t"));
        }
    }

    @Test
    void refuseNumbersThatCountNothing() {
        refused("size", () -> item("t", -1));
        refused("volume", () -> bundle("t", 0));
        refused("volume", () -> bundle("t", Integer.MIN_VALUE));
        assertThat(item("t", 0).size()).isZero();
    }

    @Test
    void stayAsTheyAreWhateverBecomesOfWhatTheyCameIn() {
        Map<String, Object> fields = new HashMap<>(Map.of("amount", "10000"));
        FormRecord form = new FormRecord(
                RecordKind.PAYMENT, "t", "payment/1", Protection.PUBLIC, Optional.empty(), Optional.empty(), fields);
        fields.clear();

        assertThat(form.fields()).containsEntry("amount", "10000");
        assertThatThrownBy(() -> form.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void guardWhatIsInsideAnItemNoLessThanTheItem() {
        EvidenceItem around = guarded(Optional.of(Reference.parse("W-0002")), Protection.SEALED, true);
        EvidenceItem inside = guarded(Optional.of(Reference.parse("W-0001")), Protection.PUBLIC, false);

        assertThat(inside.inside(around).witness()).contains(Reference.parse("W-0002"));
        assertThat(inside.inside(around).protection()).isEqualTo(Protection.SEALED);
        assertThat(inside.inside(around).graphic()).isTrue();
        assertThat(around.inside(inside).protection()).isEqualTo(Protection.SEALED);
        assertThat(around.inside(inside).graphic()).isTrue();
        assertThat(inside.inside(guarded(Optional.empty(), Protection.PUBLIC, false))
                        .witness())
                .contains(Reference.parse("W-0001"));
    }

    @Test
    void sayInARefusalNothingButWhatMayStandInALog() {
        ArchiveException refused = new ArchiveException.InvalidInput("testimony.title", "missing", List.of("a", "b"));

        assertThat(refused).hasMessage("invalidInput");
        assertThat(refused.toString()).doesNotContain("testimony.title");
        assertThat(refused.code()).isEqualTo("invalidInput");
        assertThat(refused.arguments()).containsExactly("testimony.title", "missing");
    }

    private static void refused(String field, ThrowingCallable making) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.arguments()).first().isEqualTo(field));
    }

    private static FormRecord form(RecordKind kind, String title) {
        return new FormRecord(kind, title, "form/1", Protection.PUBLIC, Optional.empty(), Optional.empty(), Map.of());
    }

    private static BundleDraft bundle(String title, int volume) {
        return new BundleDraft(
                title,
                "case",
                "",
                "peoples-tribunal",
                Protection.PUBLIC,
                new LanguageTag("en"),
                "SUBMIT_TRIBUNAL",
                Optional.empty(),
                volume,
                "",
                List.of(),
                List.of());
    }

    private static EvidenceItem item(String title, long size) {
        return item(title, size, Optional.empty(), Protection.PUBLIC, false);
    }

    private static EvidenceItem guarded(Optional<Reference> witness, Protection protection, boolean graphic) {
        return item("t", 1, witness, protection, graphic);
    }

    private static EvidenceItem item(
            String title, long size, Optional<Reference> witness, Protection protection, boolean graphic) {
        return new EvidenceItem(
                title,
                "UNSORTED",
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                SOURCE,
                "COPY",
                Optional.empty(),
                Optional.empty(),
                witness,
                "a.txt",
                Fingerprint.of(new byte[0]),
                size,
                "text/plain",
                protection,
                Set.of(),
                graphic);
    }
}
