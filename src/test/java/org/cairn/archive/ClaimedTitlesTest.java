package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A message is called by its subject in lists and finds, as its own words, until somebody gives it a title.
class ClaimedTitlesTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void make() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private Reference take(String name, String text) throws IOException {
        return open.take(OpenArchive.file(temp, name, text))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private static String letter(String subject) {
        return "From: a@example.org\r\nTo: b@example.org\r\nDate: Mon, 3 Jan 2022 10:00:00 +0000\r\nSubject: " + subject
                + "\r\n\r\nthe lantern\r\n";
    }

    private Summary line(Reference reference) {
        return open.archive.records().summary(reference).orElseThrow();
    }

    private EvidenceItem item(Reference reference) {
        return (EvidenceItem) open.archive.records().open(reference).record();
    }

    private Optional<String> found(Reference reference) {
        List<Hit> hits =
                open.archive.searches().search(SearchRequest.of("lantern")).hits();
        return hits.stream()
                .filter(hit -> hit.reference().equals(reference))
                .findFirst()
                .orElseThrow()
                .said();
    }

    @Test
    void callsALetterOfAMailboxByItsDecodedSubjectAndKeepsTheNameOfItsFile() throws IOException {
        Reference mailbox = take(
                "inbox.mbox",
                "From a Mon Jan  3 10:00:00 2022\r\n" + letter("Re: =?UTF-8?B?0KHQv9C40YHQutC4OiDQsi/QuQ==?=")
                        + "\r\n");
        Summary inside = open.archive.evidence().children(mailbox).getFirst();
        assertThat(inside.said()).contains("Re: Списки: в/й");
        assertThat(inside.title()).isEqualTo("Re_ Списки_ в й.eml");
        assertThat(item(inside.reference()).untitled()).isTrue();
        assertThat(open.archive
                        .records()
                        .list(RecordKind.EVIDENCE, ListQuery.latest(10))
                        .items())
                .anyMatch(line -> line.said().equals(inside.said()));
        assertThat(found(inside.reference())).isEqualTo(inside.said());
        assertThat(line(mailbox).said()).isEmpty();
    }

    @Test
    void callsALetterInALetterByItsSubject() throws IOException {
        Reference outer = take(
                "outer.eml",
                "From: a@example.org\r\nSubject: Fwd: the lists\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n"
                        + "See below.\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n" + letter("The lists")
                        + "--x--\r\n");
        assertThat(line(outer).said()).contains("Fwd: the lists");
        assertThat(open.archive.evidence().children(outer))
                .extracting(Summary::said)
                .containsExactly(Optional.of("The lists"));
    }

    @Test
    void leavesTheTitleToWhoeverGivesOne() throws IOException {
        Reference letter = take("00012.eml", letter("The lists"));
        assertThat(line(letter).said()).contains("The lists");
        EvidenceDescription now = EvidenceDescription.of(item(letter));
        open.archive
                .evidence()
                .describe(
                        letter,
                        new EvidenceDescription(
                                "Letter of the registrar",
                                now.type(),
                                now.date(),
                                now.language(),
                                now.author(),
                                now.recipient(),
                                now.copyStatus(),
                                now.protection(),
                                now.tags(),
                                now.graphic()),
                        1);
        assertThat(line(letter).said()).isEmpty();
        assertThat(found(letter)).isEmpty();
        assertThat(line(letter).title()).isEqualTo("Letter of the registrar");
    }

    @Test
    void doesNotSayInListsWhatALetterIsAboutThatIsCloselyKept() throws IOException {
        Reference letter = take("00012.eml", letter("The lists"));
        open.archive.evidence().describe(letter, Redescribed.kept(item(letter), Protection.CONFIDENTIAL), 1);
        assertThat(line(letter).said()).isEmpty();
        assertThat(found(letter)).isEmpty();
    }
}
