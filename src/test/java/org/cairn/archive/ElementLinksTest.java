package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.cairn.domain.ArchiveException.NotPermitted;
import org.cairn.domain.ArchiveException.RecordSealed;
import org.cairn.domain.ElementLink;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.domain.ElementLink.Standing;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormRecord;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A link leads from a place to an element, counts while it stands, and is there for nobody who may not see what it is
/// about or what it names.
class ElementLinksTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference statement;
    private Reference item;

    @BeforeEach
    void keepAStatementAndAFile() throws IOException {
        open = new OpenArchive(temp);
        statement = open.sealedStatement("They took blood.", "Nobody asked me.", "I signed nothing.");
        item = open.take(OpenArchive.file(temp, "a.txt", "The lantern went out."))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    @AfterEach
    void close() {
        open.close();
    }

    private ElementLinks links() {
        return open.archive.elementLinks();
    }

    private static ElementLink at(String place, String element, Bearing bearing) {
        Optional<Pinpoint> exact = Pinpoint.tryParse(place);
        Reference subject = exact.map(Pinpoint::reference).orElseGet(() -> Reference.parse(place));
        return new ElementLink(subject, exact, element, bearing);
    }

    private Reference linked(String place, String element, Bearing bearing) {
        return links().add(at(place, element, bearing)).reference();
    }

    private Reference record(RecordKind kind, Protection protection) {
        String form = kind.code() + "/1";
        return open.archive
                .records()
                .keep(new FormRecord(kind, "One", form, protection, Optional.empty(), Optional.empty(), Map.of()))
                .reference();
    }

    private void tag(Reference reference, String tag) {
        Revision now = open.archive.records().open(reference);
        EvidenceDescription before = EvidenceDescription.of((EvidenceItem) now.record());
        open.archive
                .evidence()
                .describe(
                        reference,
                        new EvidenceDescription(
                                before.title(),
                                before.type(),
                                before.date(),
                                before.language(),
                                before.author(),
                                before.recipient(),
                                before.copyStatus(),
                                before.protection(),
                                Set.of(tag),
                                before.graphic()),
                        now.number());
    }

    private List<Reference> found(String query) {
        return open.archive.searches().search(SearchRequest.of(query)).hits().stream()
                .map(Hit::reference)
                .toList();
    }

    private static List<String> told(List<Linked> links) {
        return links.stream()
                .map(one ->
                        one.place().map(Pinpoint::toString).orElse(one.subject().toString()) + " "
                                + one.link().map(link -> link.bearing().name()).orElse("tag"))
                .toList();
    }

    @Test
    void readsPerRecordAndPerElementWithTheWholeBeforeItsPlaces() {
        linked("T-1 ¶3", "pal.purp", Bearing.CONTRADICTS);
        linked("T-1 ¶1", "PAL.PURP", Bearing.SUPPORTS);
        linked("T-1", "PAL.MEANS.3", Bearing.CONTEXT);
        linked("E-1", "PAL.PURP", Bearing.CONTEXT);

        assertThat(told(links().of(statement)))
                .containsExactly("T-0001 CONTEXT", "T-0001 ¶1 SUPPORTS", "T-0001 ¶3 CONTRADICTS");
        assertThat(told(links().to("pal.purp")))
                .containsExactly("T-0001 ¶1 SUPPORTS", "T-0001 ¶3 CONTRADICTS", "E-0001 CONTEXT");
        assertThat(links().matrix().stream().map(row -> row.element().code()))
                .containsExactly("PAL.MEANS.3", "PAL.PURP");
        assertThat(links().matrix().getLast().of(Bearing.SUPPORTS)).isEqualTo(1);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void aTagLinksTheWholeItemUntilALinkSaysMore() {
        tag(item, "element:pal.purp");
        assertThat(told(links().of(item))).containsExactly("E-0001 tag");
        assertThat(told(links().to("PAL.PURP"))).containsExactly("E-0001 tag");
        assertThat(links().matrix().getFirst().tagged()).isEqualTo(1);

        Reference link = linked("E-1 ¶1", "PAL.PURP", Bearing.SUPPORTS);
        assertThat(told(links().to("PAL.PURP"))).containsExactly("E-0001 ¶1 SUPPORTS");
        assertThat(links().matrix().getFirst().tagged()).isZero();

        links().withdraw(link, "of another year");
        assertThat(told(links().to("PAL.PURP"))).containsExactly("E-0001 tag");
    }

    @Test
    void isFoundByItsElementWhetherItIsOfAnItemOrAStatement() {
        assertThat(found("element:PAL.PURP")).isEmpty();
        Reference link = linked("T-1 ¶2", "PAL.PURP", Bearing.SUPPORTS);
        linked("E-1", "PAL.PURP", Bearing.SUPPORTS);
        assertThat(found("element:pal.purp")).containsExactlyInAnyOrder(statement, item);
        assertThat(found("element:PAL.*")).contains(statement);
        assertThat(found("element:PAL.PUR")).isEmpty();

        links().withdraw(link, "no");
        assertThat(found("element:PAL.PURP")).containsExactly(item);
    }

    @Test
    void keepsWhatItSaidBeforeAndDoesNotCountWhatIsWithdrawn() {
        Reference link = linked("T-1 ¶2", "PAL.PURP", Bearing.SUPPORTS);
        links().revise(link, at("T-1 ¶3", "PAL.PURP", Bearing.CONTRADICTS), 1);
        links().withdraw(link, "of another hospital");

        assertThat(open.archive.records().history(link))
                .extracting(revision -> ElementLinks.link(revision).bearing())
                .containsExactly(Bearing.SUPPORTS, Bearing.CONTRADICTS, Bearing.CONTRADICTS);
        assertThat(links().of(statement)).hasSize(1).allMatch(Linked::withdrawn);
        assertThat(links().to("PAL.PURP")).isEmpty();
        assertThat(links().matrix()).isEmpty();
        assertThatThrownBy(() -> links().withdraw(link, "again")).isInstanceOf(RecordSealed.class);
        assertThat(open.archive.custody().events(Optional.of(link), 0, 100))
                .extracting(CustodyEvent::action)
                .contains("KEPT", "REVISED", "LINK_WITHDRAWN");
    }

    @Test
    void refusesWhatIsNotInTheListAndNamesWhatMayBeMeant() {
        assertThatThrownBy(() -> linked("T-1", "PAL.PURPOSE", Bearing.SUPPORTS))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.allowed())
                                .startsWith("PAL.PURP")
                                .hasSizeLessThan(15));
        assertThatThrownBy(() -> linked("T-1", "nothing", Bearing.SUPPORTS)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> linked("E-9", "PAL.PURP", Bearing.SUPPORTS))
                .isInstanceOf(ArchiveException.NotFound.class);
        Reference link = linked("T-1", "PAL.PURP", Bearing.SUPPORTS);
        assertThatThrownBy(() -> links().revise(link, at("E-1", "PAL.PURP", Bearing.SUPPORTS), 1))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void movesNoNumberForWhomTheRecordIsHiddenFrom() {
        linked("E-1", "PAL.PURP", Bearing.SUPPORTS);
        Reference link = linked("T-1 ¶2", "PAL.PURP", Bearing.CONTRADICTS);
        EvidenceItem before = Evidence.item(open.archive.records().open(item));
        open.archive.evidence().describe(item, Redescribed.kept(before, Protection.SEALED), 1);

        open.reopenAs("layla", Set.of(Role.RECORDER));

        assertThat(told(links().to("PAL.PURP"))).containsExactly("T-0001 ¶2 CONTRADICTS");
        assertThat(links().matrix().getFirst().of(Bearing.SUPPORTS)).isZero();
        assertThat(open.archive.records().count(RecordKind.LINK)).isEqualTo(1);
        assertThat(found("element:PAL.PURP")).containsExactly(statement);
        assertThatThrownBy(() -> links().of(item)).isInstanceOf(ArchiveException.NotFound.class);
        assertThat(open.archive.records().summary(link)).isPresent();
    }

    @Test
    void isKeptAsCloselyAsThePersonItNamesAndFoundOnlyByWhomItIsOpenTo() {
        Reference suspect = record(RecordKind.PERSON, Protection.SEALED);
        Reference link = links().add(
                        at("T-1 ¶1", "PAL.PURP", Bearing.SUPPORTS).concerning(Optional.empty(), Optional.of(suspect)))
                .reference();
        assertThat(open.archive.records().summary(link).orElseThrow().protection())
                .isEqualTo(Protection.SEALED);

        open.reopenAs("layla", Set.of(Role.RECORDER));

        assertThat(links().of(statement)).isEmpty();
        assertThat(links().matrix()).isEmpty();
        assertThat(found("element:PAL.PURP")).isEmpty();
        assertThatThrownBy(() -> links().add(at("T-1 ¶1", "PAL.PURP", Bearing.SUPPORTS)
                        .concerning(Optional.empty(), Optional.of(suspect))))
                .isInstanceOf(ArchiveException.NotFound.class);
    }

    /// The same kept otherwise.
    private void keptAs(Reference form, Protection protection) {
        Revision before = open.archive.records().open(form);
        FormRecord said = (FormRecord) before.record();
        open.archive
                .records()
                .revise(
                        form,
                        new FormRecord(
                                said.kind(),
                                said.title(),
                                said.form(),
                                protection,
                                said.date(),
                                said.witness(),
                                said.fields()),
                        before.number());
    }

    private Reference naming(Reference named) {
        boolean event = named.kind() == RecordKind.EVENT;
        return links().add(at("T-1 ¶1", "PAL.PURP", Bearing.SUPPORTS)
                        .concerning(
                                Optional.of(named).filter(one -> event),
                                Optional.of(named).filter(one -> !event)))
                .reference();
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordKind.class,
            names = {"EVENT", "PERSON"})
    void isNowhereForWhomWhatItNamesIsHiddenFromSince(RecordKind kind) {
        Reference named = record(kind, Protection.PUBLIC);
        Reference link = naming(named);
        assertThat(found("element:PAL.PURP")).containsExactly(statement);
        keptAs(named, Protection.SEALED);
        assertThat(links().of(statement)).hasSize(1);
        assertThat(open.archive.records().summary(link).orElseThrow().protection())
                .isEqualTo(Protection.SEALED);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();

        open.reopenAs("layla", Set.of(Role.RECORDER));

        assertThat(links().of(statement)).isEmpty();
        assertThat(links().to("PAL.PURP")).isEmpty();
        assertThat(links().matrix()).isEmpty();
        assertThat(found("element:PAL.PURP")).isEmpty();
        Records records = open.archive.records();
        assertThatThrownBy(() -> records.open(link)).isInstanceOf(ArchiveException.NotFound.class);
        assertThatThrownBy(() -> records.history(link)).isInstanceOf(ArchiveException.NotFound.class);
        assertThat(records.summary(link)).isEmpty();
        assertThat(records.list(
                                RecordKind.LINK,
                                new ListQuery(
                                        ListQuery.Sort.REFERENCE, false, 10, 0, Optional.empty(), Optional.empty()))
                        .items())
                .isEmpty();
        assertThat(records.count(RecordKind.LINK)).isZero();
        assertThatThrownBy(() -> links().stand(link, Standing.DISPUTED)).isInstanceOf(ArchiveException.NotFound.class);
        assertThatThrownBy(() -> links().withdraw(link, "no")).isInstanceOf(ArchiveException.NotFound.class);
    }

    @Test
    void isThereAgainWhenWhatItNamesIsOpenAgain() {
        Reference incident = record(RecordKind.EVENT, Protection.SEALED);
        Reference link = naming(incident);
        keptAs(incident, Protection.PUBLIC);

        open.reopenAs("layla", Set.of(Role.RECORDER));

        assertThat(found("element:PAL.PURP")).containsExactly(statement);
        assertThat(open.archive.records().summary(link)).isPresent();
    }

    @Test
    void anybodyWhoRecordsSaysHowItStandsAndOnlyWhoMadeItChangesWhatItSays() {
        Reference link = linked("T-1 ¶2", "PAL.PURP", Bearing.SUPPORTS);
        open.reopenAs("layla", Set.of(Role.ANALYST));

        links().stand(link, Standing.DISPUTED);

        assertThat(links().of(statement).getFirst().link().orElseThrow().standing())
                .isEqualTo(Standing.DISPUTED);
        assertThat(links().mayChange(link)).isFalse();
        assertThatThrownBy(() -> links().revise(link, at("T-1 ¶2", "PAL.PURP", Bearing.CONTRADICTS), 2))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> links().withdraw(link, "I think not")).isInstanceOf(NotPermitted.class);
    }

    @Test
    void asksTheIndexOnceForAllElements() {
        linked("E-1", "PAL.PURP", Bearing.SUPPORTS);
        tag(item, "element:PAL.MEANS.3");
        Session session = open.archive.session();
        // whoever has it keeps others waiting a moment each time they ask
        session.following().lock();
        try {
            List<ElementLinks.Row> rows = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> links().matrix());
            assertThat(rows).isNotEmpty();
        } finally {
            session.following().unlock();
        }
        assertThat(links().matrix().stream().map(row -> row.element().code() + row.bearing() + row.tagged()))
                .containsExactly("PAL.MEANS.3{}1", "PAL.PURP{SUPPORTS=1}0");
    }

    @Test
    void leavesQuietlyWhenTheArchiveIsBeingLocked() {
        Session session = open.archive.session();
        session.index().close();
        session.closing().begin();
        assertThatThrownBy(() -> new Searches(session, new Synonyms(session)).itemsOfElements(List.of("PAL.PURP")))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void anAuditorNeitherLinksNorReads() {
        linked("T-1 ¶2", "PAL.PURP", Bearing.SUPPORTS);
        open.reopenAs("audit", Set.of(Role.AUDITOR));

        assertThat(links().mayLink()).isFalse();
        assertThatThrownBy(() -> links().of(statement)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> links().to("PAL.PURP")).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> links().matrix()).isInstanceOf(NotPermitted.class);
    }
}
