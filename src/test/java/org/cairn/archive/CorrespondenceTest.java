package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.cairn.archive.Letter.Standing;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.PlaceInside;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages that name each other are shown together, wherever they were found, and never what is hidden.
class CorrespondenceTest {

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

    private static String letter(int number, String subject, String heads) {
        return "From: writer" + number + "@example.org\r\nTo: inquiry@example.org\r\nDate: Mon, " + number
                + " Jan 2022 10:00:00 +0000\r\nSubject: " + subject + "\r\nMessage-ID: <" + number
                + "@example.org>\r\n" + heads + "\r\nwords of " + number + "\r\n";
    }

    private Reference take(String name, String text) throws IOException {
        return open.take(OpenArchive.file(temp, name, text))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private List<String> seen(Reference item) {
        return open.archive.correspondence().of(item).stream()
                .map(letter -> letter.standing() + " " + letter.item().reference())
                .toList();
    }

    @Test
    void joinsLettersOfSeveralPlacesInTheOrderTheyWereSent() throws IOException {
        Reference third =
                take("3.eml", letter(5, "Re: Re: The ward", "References: <3@example.org> <4@example.org>\r\n"));
        Reference mailbox = take(
                "inbox.mbox",
                "From a Mon Jan  3 10:00:00 2022\r\n" + letter(3, "The ward", "")
                        + "\r\nFrom b Tue Jan  4 10:00:00 2022\r\n"
                        + letter(4, "Re: The ward", "In-Reply-To: <3@example.org>\r\n") + "\r\n");
        List<Reference> inside = open.archive.evidence().children(mailbox).stream()
                .map(child -> child.reference())
                .toList();
        take("other.eml", letter(6, "The ward", ""));
        assertThat(inside).hasSize(2);
        assertThat(seen(inside.getLast()))
                .containsExactly("BEFORE " + inside.getFirst(), "THIS " + inside.getLast(), "AFTER " + third);
        assertThat(seen(third)).hasSize(3).last().isEqualTo("THIS " + third);
        assertThat(((EvidenceItem)
                                open.archive.records().open(inside.getFirst()).record())
                        .place()
                        .map(PlaceInside::path))
                .contains("0001/The ward.eml");
    }

    @Test
    void saysThatTheSameLetterWasFoundTwice() throws IOException {
        Reference first = take("a.eml", letter(3, "The ward", ""));
        Reference again = take("b.eml", letter(3, "The ward", "") + "one line more\r\n");
        assertThat(open.archive.correspondence().of(first))
                .extracting(Letter::standing)
                .containsExactly(Standing.THIS, Standing.SAME);
        assertThat(seen(again)).hasSize(2);
    }

    @Test
    void leavesALetterAloneThatNamesNobodyAndWhatIsNoLetter() throws IOException {
        assertThat(seen(take("a.eml", letter(3, "The ward", "")))).isEmpty();
        assertThat(seen(take("a.txt", "plain words"))).isEmpty();
    }

    @Test
    void neitherShowsNorGoesThroughWhatThePersonMayNotSee() throws IOException {
        Reference first = take("a.eml", letter(3, "The ward", ""));
        Reference hidden = take("b.eml", letter(4, "Re: The ward", "In-Reply-To: <3@example.org>\r\n"));
        Reference last = take("c.eml", letter(5, "Re: The ward", "In-Reply-To: <4@example.org>\r\n"));
        assertThat(seen(first)).hasSize(3);
        EvidenceItem item = (EvidenceItem) open.archive.records().open(hidden).record();
        open.archive.evidence().describe(hidden, Redescribed.kept(item, Protection.SEALED), 1);
        open.reopenAs("counsel", Set.of(Role.COUNSEL));
        assertThat(seen(first)).isEmpty();
        assertThat(seen(last)).isEmpty();
    }

    @Test
    void doesNotTellWhoWroteWhatIsCloselyKept() throws IOException {
        Reference first = take("a.eml", letter(3, "The ward", ""));
        Reference close = take("b.eml", letter(4, "Re: The ward", "In-Reply-To: <3@example.org>\r\n"));
        EvidenceItem item = (EvidenceItem) open.archive.records().open(close).record();
        open.archive.evidence().describe(close, Redescribed.kept(item, Protection.CONFIDENTIAL), 1);
        assertThat(open.archive.correspondence().of(first))
                .extracting(Letter::from)
                .containsExactly("writer3@example.org", "");
    }
}
