package org.cairn.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.search.CourtUse;
import org.cairn.domain.search.Hit;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.OnScreen;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A find's card shows all of its passages, however wide the list is.
class ResultCellTest {

    @RegisterExtension
    final OnScreen screen = new OnScreen();

    private static final String MIXED = "SYNTHETIC – SAMPLE DATA SYNTHETIC – SAMPLE DATA قائمة الأسعار – ملحق العملية"
            + " السعر الشامل مدة الانتظار المعتادة كلية من متبرع حي ١٢٠٬٠٠٠ من ١٠ إلى ١٤ يوماً كلية، حالة مستعجلة"
            + " ١٥٠٬٠٠٠ من ٥ إلى ٧ أيام فصيلة الدم ونتيجة المطابقة تُرسل مع الدفعة الأولى.";

    /// Made when the toolkit is there.
    @SuppressWarnings("NullAway.Init") // set when the stage is shown
    private ListView<@Nullable Hit> results;

    @BeforeEach
    void show() {
        screen.interact(() -> {
            results = new ListView<>();
            Words words = new Words(Locale.ENGLISH, ZoneId.of("UTC"));
            results.setCellFactory(list -> new ResultCell(words, list));
        });
        screen.show(results, 400, 580);
        screen.interact(() -> Looks.dress(results.getScene(), Preferences.Theme.LIGHT));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 345, 398, 470, 610})
    void isAsHighAsItsPassages(int width) {
        screen.interact(() -> screen.stage().setWidth(width));
        screen.interact(() -> results.getItems().setAll(hit(1), hit(2)));
        screen.interact(() -> {});

        screen.interact(() -> {
            for (Node cell : results.lookupAll(".result-cell")) {
                Bounds outside = cell.localToScene(cell.getLayoutBounds());
                for (Node part : cell.lookupAll(".written")) {
                    Bounds inside = part.localToScene(part.getLayoutBounds());
                    assertThat(inside.getMaxY()).isLessThanOrEqualTo(outside.getMaxY());
                    assertThat(inside.getMinY()).isGreaterThanOrEqualTo(outside.getMinY());
                }
                Node reference = cell.lookup(".reference");
                if (reference != null) {
                    assertThat(reference
                                    .localToScene(reference.getLayoutBounds())
                                    .getMinY())
                            .isGreaterThanOrEqualTo(outside.getMinY());
                }
            }
        });
    }

    @Test
    void leavesTheTitleRoomBesideWhatItsWitnessDoesNotAllow() {
        screen.interact(() -> screen.stage().setWidth(398));
        screen.interact(() -> results.getItems().setAll(hit(1).with(Optional.of(CourtUse.EXPIRED))));
        screen.interact(() -> {});
        screen.interact(() -> assertThat(
                        results.lookup(".result-title").getLayoutBounds().getWidth())
                .isGreaterThan(150));
    }

    @Test
    void callsALetterByItsSubjectAsByWordsOfSomebodyElse() {
        screen.interact(() -> results.getItems().setAll(hit(1).saying(Optional.of("The lists"))));
        screen.interact(() -> {});
        screen.interact(() ->
                assertThat(((Label) results.lookup(".result-title")).getText()).isEqualTo("“The lists”"));
    }

    private static Hit hit(int number) {
        Reference reference = Reference.parse("E-000" + number);
        return new Hit(
                reference,
                "Price list for patients from abroad, 2023",
                "FINANCIAL_RECORD",
                Optional.of("2023"),
                Optional.empty(),
                Protection.CONFIDENTIAL,
                1,
                List.of(
                        new Hit.Snippet(
                                new Pinpoint.OfPage(reference, 1),
                                "SYNTHETIC – SAMPLE DATA SYNTHETIC – SAMPLE DATA Senna Meridian Hospital – international"
                                        + " patients, price list 2023 Internal.",
                                List.of()),
                        new Hit.Snippet(new Pinpoint.OfPage(reference, 2), MIXED, List.of())));
    }
}
