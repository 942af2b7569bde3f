package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cairn.archive.OpenArchive;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.search.SearchRequest;
import org.cairn.ui.documents.OnADesk;
import org.cairn.ui.documents.Sought;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
class DescriptionViewModelTest {

    private static final String MAIL = """
            From: a@example.org
            To: b@example.org
            Date: Thu, 6 Mar 2014 01:30:00 +0600
            Subject: the list
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="x"

            --x
            Content-Type: text/plain

            See attached.
            --x
            Content-Type: text/plain; name="prices.txt"
            Content-Disposition: attachment; filename="prices.txt"

            kidney 62000
            --x--
            """;

    @TempDir
    Path temp;

    private OnADesk on;
    private ItemViewModel model;

    @BeforeEach
    void open() {
        on = new OnADesk(temp);
        model = new ItemViewModel(on.desk);
    }

    @AfterEach
    void lock() {
        model.close();
        on.close();
    }

    @Test
    void keepsWhatIsSaidOfAnItemAsARevisionThatSearchFinds() throws Exception {
        Reference reference = opened("note.txt", "The lantern went out.");
        DescriptionViewModel describing = describing();
        describing.titleProperty().set("A receipt");
        describing.typeProperty().set("FINANCIAL");
        describing.dateProperty().set(SpokenDates.understand(Said.in("en", "spring 2014")));
        describing.authorProperty().set("the clinic");
        describing.recipientProperty().set("a courier");
        describing.languageProperty().set(new LanguageTag("ug"));
        describing.copyStatusProperty().set("ORIGINAL");
        describing.tagsProperty().set("fees، nights");
        describing.graphicProperty().set(true);
        describing.keep();
        EvidenceItem item = item();
        assertThat(item.title()).isEqualTo("A receipt");
        assertThat(item.type()).isEqualTo("FINANCIAL");
        assertThat(item.date().map(FuzzyDate::verbatim)).contains("spring 2014");
        assertThat(item.author()).isEqualTo("the clinic");
        assertThat(item.language()).contains(new LanguageTag("ug"));
        assertThat(item.copyStatus()).isEqualTo("ORIGINAL");
        assertThat(item.tags()).containsExactly("fees", "nights");
        assertThat(item.graphic()).isTrue();
        assertThat(model.describingProperty().get()).isNull();
        assertThat(model.events()).extracting(event -> event.action()).contains("DESCRIBED");
        assertThat(on.open
                        .archive
                        .searches()
                        .search(SearchRequest.of("receipt date:2014 type:FINANCIAL"))
                        .hits())
                .extracting(hit -> hit.reference())
                .containsExactly(reference);
    }

    @Test
    void keepsNothingWhereNothingWasChanged() throws Exception {
        opened("note.txt", "Bed 14.");
        DescriptionViewModel describing = describing();
        assertThat(describing.changed()).isFalse();
        describing.titleProperty().set("Another");
        assertThat(describing.changed()).isTrue();
        describing.titleProperty().set("note.txt");
        describing.keep();
        assertThat(Objects.requireNonNull(model.itemProperty().get()).revision().number())
                .isEqualTo(1);
        assertThat(model.describingProperty().get()).isNull();
    }

    @Test
    void losesNoDateThatIsMistyped() throws Exception {
        opened("note.txt", "Bed 14.");
        DescriptionViewModel describing = describing();
        describing.dateUnclearProperty().set(true);
        describing.titleProperty().set("Another");
        describing.keep();
        assertThat(describing.toldProperty().get()).isNotNull();
        assertThat(item().title()).isEqualTo("note.txt");
    }

    @Test
    void asksForATitle() throws Exception {
        opened("note.txt", "Bed 14.");
        DescriptionViewModel describing = describing();
        describing.titleProperty().set("  ");
        describing.keep();
        assertThat(describing.toldProperty().get()).isNotNull();
        assertThat(item().title()).isEqualTo("note.txt");
    }

    @Test
    void takesOverWhatTheFileSaysOnlyWhereNothingWasSaid() throws Exception {
        opened("mail.eml", MAIL);
        DescriptionViewModel describing = describing();
        describing.authorProperty().set("the broker");
        assertThat(describing.fileSaysSomething()).isTrue();
        describing.takeOver();
        assertThat(describing.dateProperty().get().map(FuzzyDate::edtf)).contains("2014-03-06?");
        assertThat(describing.authorProperty().get()).isEqualTo("the broker");
        assertThat(describing.recipientProperty().get()).isEqualTo("b@example.org");
        assertThat(describing.titleProperty().get()).isEqualTo("the list");
        assertThat(describing.fileSaysSomething()).isFalse();
    }

    @Test
    void offersNoProtectionBelowThatOfWhatItCameOutOf() throws Exception {
        Reference mail = opened("mail.eml", MAIL);
        Reference child = on.open.archive.evidence().children(mail).getFirst().reference();
        model.open(child, Optional.empty(), Sought.NOTHING);
        assertThat(describing().levels())
                .startsWith(Protection.RESTRICTED)
                .doesNotContain(Protection.PUBLIC)
                .contains(Protection.SEALED);
    }

    @Test
    void saysSoWhereSomebodyElseDescribedItMeanwhile() throws Exception {
        Reference reference = opened("note.txt", "Bed 14.");
        DescriptionViewModel describing = describing();
        describing.titleProperty().set("Mine");
        on.open.archive.evidence().describe(reference, EvidenceDescription.of(item()), 1);
        describing.keep();
        assertThat(describing.toldProperty().get()).isNotNull();
        assertThat(describing.titleProperty().get()).isEqualTo("Mine");
    }

    @Test
    void comesBackToWhatWasBeingWrittenWhenItWasLocked() throws Exception {
        Reference reference = opened("note.txt", "Bed 14.");
        describing().titleProperty().set("Half writ");
        model.parting().run();
        model.close();
        ItemViewModel later = new ItemViewModel(on.desk);
        later.open(reference, Optional.empty(), Sought.NOTHING);
        DescriptionViewModel describing =
                Objects.requireNonNull(later.describingProperty().get());
        assertThat(describing.titleProperty().get()).isEqualTo("Half writ");
        describing.leave();
        later.open(reference, Optional.empty(), Sought.NOTHING);
        assertThat(later.describingProperty().get()).isNull();
    }

    @Test
    void laysWhatWasBegunOverWhatSomebodyElseHasWrittenSince() throws Exception {
        Reference reference = opened("note.txt", "Bed 14.");
        describing().titleProperty().set("Half writ");
        model.parting().run();
        EvidenceDescription closer = at(Protection.EX_PARTE, item());
        model.close();
        on.open.archive.evidence().describe(reference, closer, 1);

        ItemViewModel later = new ItemViewModel(on.desk);
        later.open(reference, Optional.empty(), Sought.NOTHING);

        DescriptionViewModel describing =
                Objects.requireNonNull(later.describingProperty().get());
        assertThat(describing.titleProperty().get()).isEqualTo("Half writ");
        assertThat(describing.protectionProperty().get()).isEqualTo(Protection.EX_PARTE);
        assertThat(Objects.requireNonNull(later.toldProperty().get()).what()).contains("changed it since");
        describing.keep();
        EvidenceItem kept =
                (EvidenceItem) on.open.archive.records().open(reference).record();
        assertThat(kept.protection()).isEqualTo(Protection.EX_PARTE);
        assertThat(kept.title()).isEqualTo("Half writ");
        assertThat(on.open.archive.drafts().list()).isEmpty();
    }

    private static EvidenceDescription at(Protection protection, EvidenceItem item) {
        EvidenceDescription now = EvidenceDescription.of(item);
        return new EvidenceDescription(
                now.title(),
                now.type(),
                now.date(),
                now.language(),
                now.author(),
                now.recipient(),
                now.copyStatus(),
                protection,
                now.tags(),
                now.graphic());
    }

    @Test
    void offersNothingToWhoeverMayOnlyRead() throws Exception {
        Reference reference = opened("note.txt", "Bed 14.");
        assertThat(model.mayDescribe()).isTrue();
        on.open.reopenAs("reader", Set.of(Role.IDENTITY_CUSTODIAN));
        ItemViewModel reading = new ItemViewModel(on.with(on.direct));
        reading.open(reference, Optional.empty(), Sought.NOTHING);
        assertThat(reading.mayDescribe()).isFalse();
        reading.describe();
        assertThat(reading.describingProperty().get()).isNull();
    }

    private Reference opened(String name, String text) throws Exception {
        Reference reference = on.open
                .take(OpenArchive.file(temp, name, text))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        model.open(reference, Optional.empty(), Sought.NOTHING);
        return reference;
    }

    private DescriptionViewModel describing() {
        model.describe();
        return Objects.requireNonNull(model.describingProperty().get());
    }

    private EvidenceItem item() {
        return Objects.requireNonNull(model.itemProperty().get()).evidence().orElseThrow();
    }
}
