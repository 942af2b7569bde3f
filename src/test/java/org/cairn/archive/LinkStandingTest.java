package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.cairn.domain.ArchiveException.NotPermitted;
import org.cairn.domain.ArchiveException.RecordSealed;
import org.cairn.domain.ElementLink;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.domain.ElementLink.Standing;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That a link was reviewed is said of what it says now, and by somebody else than wrote that.
class LinkStandingTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference statement;
    private Reference link;

    @BeforeEach
    void linkAStatement() throws IOException {
        open = new OpenArchive(temp);
        statement = open.sealedStatement("They took blood.", "Nobody asked me.");
        link = links().add(first()).reference();
    }

    @AfterEach
    void close() {
        open.close();
    }

    private ElementLinks links() {
        return open.archive.elementLinks();
    }

    private ElementLink first() {
        return new ElementLink(statement, Optional.of(Pinpoint.parse(statement + " ¶1")), "PAL.PURP", Bearing.SUPPORTS);
    }

    private ElementLink now() {
        return ElementLinks.link(open.archive.records().open(link));
    }

    private void refusedToItsWriter() {
        assertThat(links().mayReview(link)).isFalse();
        assertThatThrownBy(() -> links().stand(link, Standing.REVIEWED))
                .isInstanceOfSatisfying(
                        NotPermitted.class,
                        refused -> assertThat(refused.arguments()).containsExactly("reviewOwnLink"));
    }

    @Test
    void isADraftAtFirst() {
        assertThatThrownBy(() -> links().add(first().standing(Standing.REVIEWED)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.arguments()).containsExactly("standing", "draftAtFirst"));
        assertThat(now().standing()).isEqualTo(Standing.DRAFT);
    }

    @Test
    void isReviewedBySomebodyElseThanWroteIt() {
        refusedToItsWriter();
        links().stand(link, Standing.DISPUTED);
        refusedToItsWriter();
        assertThatThrownBy(() -> links().revise(link, first().standing(Standing.REVIEWED), 2))
                .isInstanceOf(NotPermitted.class);

        open.reopenAs("layla", Set.of(Role.RECORDER));

        assertThat(links().mayReview(link)).isTrue();
        links().stand(link, Standing.REVIEWED);
        assertThat(now().standing()).isEqualTo(Standing.REVIEWED);
    }

    @Test
    void isADraftAgainWhenMoreThanTheStandingIsChanged() {
        open.reopenAs("layla", Set.of(Role.OWNER));
        links().stand(link, Standing.REVIEWED);
        links().revise(link, now().bearing(Bearing.CONTRADICTS), 2);
        assertThat(now().standing()).isEqualTo(Standing.DRAFT);

        // it is hers now, though she did not make it
        refusedToItsWriter();
        assertThatThrownBy(() -> links().revise(link, now().because("another").standing(Standing.DISPUTED), 3))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void isSaidOfALinkToAnEventThatWasRaisedSince() {
        Reference incident = open.archive
                .records()
                .keep(new FormRecord(
                        RecordKind.EVENT,
                        "One",
                        "event/1",
                        Protection.PUBLIC,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()))
                .reference();
        links().revise(link, first().concerning(Optional.of(incident), Optional.empty()), 1);
        Revision before = open.archive.records().open(incident);
        FormRecord said = (FormRecord) before.record();
        open.archive
                .records()
                .revise(
                        incident,
                        new FormRecord(
                                said.kind(),
                                said.title(),
                                said.form(),
                                Protection.RESTRICTED,
                                said.date(),
                                said.witness(),
                                said.fields()),
                        1);

        open.reopenAs("layla", Set.of(Role.ANALYST));

        links().stand(link, Standing.REVIEWED);
        assertThat(now().standing()).isEqualTo(Standing.REVIEWED);
        assertThat(now().protection()).isEqualTo(Protection.PUBLIC);
    }

    @Test
    void isSaidOfNoLinkThatWasWithdrawn() {
        links().withdraw(link, "of another hospital");

        assertThatThrownBy(() -> links().stand(link, Standing.DISPUTED)).isInstanceOf(RecordSealed.class);
        assertThatThrownBy(() -> links().revise(link, now(), 2)).isInstanceOf(RecordSealed.class);
        assertThatThrownBy(() -> links().revise(link, now().because("again"), 2))
                .isInstanceOf(RecordSealed.class);
    }
}
