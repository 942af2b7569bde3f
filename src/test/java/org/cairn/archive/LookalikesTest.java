package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.cairn.archive.Lookalikes.Suggestion;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations.Way;
import org.cairn.domain.Role;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What looks alike is suggested to whoever may see both, and nothing becomes of it by itself.
class LookalikesTest {

    private static final String FORM = "Ministry of the interior, district office, register of persons detained during "
            + "the night; the officer on duty fills in every field and signs at the foot of the page before noon. ";

    @TempDir
    Path temp;

    private final Random random = new Random(4);
    private OpenArchive open;
    private Reference letter;
    private Reference saved;
    private Reference changed;
    private Reference other;

    @BeforeEach
    void takeLettersIn() throws Exception {
        open = new OpenArchive(temp);
        String start = words(180);
        String end = words(150);
        String paragraph = words(30);
        letter = taken("letter.txt", FORM + start + "\n" + paragraph + "\n" + end);
        saved = taken(
                "letter.html",
                "<html><body><p>" + FORM + start + "</p><p>" + paragraph + "</p><p>" + end + "</p></body></html>");
        changed = taken("changed.txt", FORM + start + "\n" + words(30) + "\n" + end);
        other = taken("other.txt", FORM + words(360));
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private Reference taken(String name, String text) throws Exception {
        return open.take(OpenArchive.file(temp, name, text))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + Integer.toString(random.nextInt(9_000), 36))
                .collect(Collectors.joining(" "));
    }

    private java.util.List<Reference> like(Reference item) {
        return open.archive.lookalikes().of(item).stream()
                .map(one -> one.other().reference())
                .toList();
    }

    @Test
    void putsTheSameTextInAnotherFormatFirstAndTheSameFormWithOtherWordsNowhere() {
        assertThat(like(letter)).containsExactly(saved, changed);
        assertThat(open.archive.lookalikes().of(letter))
                .extracting(Suggestion::percent)
                .satisfies(percents -> {
                    assertThat(percents.getFirst()).isGreaterThanOrEqualTo(97);
                    assertThat(percents.getLast()).isBetween(80, 96);
                });
        assertThat(like(other)).isEmpty();
    }

    @Test
    void listsEachPairOnce() {
        assertThat(open.archive.lookalikes().pairs(0, 100, Progress.none()))
                .extracting(pair -> pair.item().reference() + " " + pair.other().reference())
                .containsExactly(saved + " " + letter, changed + " " + letter, changed + " " + saved);
        assertThat(open.archive.lookalikes().pairs(saved.number(), 100, Progress.none()))
                .hasSize(2);
    }

    @Test
    void remembersWhatWasFoundNotToBeTheSameFromBothEnds() {
        open.archive.lookalikes().notTheSame(letter, saved);
        open.reopen();
        assertThat(like(letter)).containsExactly(changed);
        assertThat(like(saved)).containsExactly(changed);
        assertThat(open.archive.custody().events(Optional.of(saved), 0, 100))
                .last()
                .satisfies(event -> {
                    assertThat(event.action()).isEqualTo("FOUND_UNLIKE");
                    assertThat(event.details()).containsEntry("related", letter.toString());
                });
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void suggestsNoMoreWhatIsRelatedAlready() {
        open.archive.relatives().relate(saved, Way.COPY_OF, letter);
        assertThat(like(letter)).containsExactly(changed);
        assertThat(like(saved)).containsExactly(changed);
    }

    @Test
    void tellsNobodyOfAnItemThatTheyMayNotSee() {
        open.archive
                .evidence()
                .describe(
                        saved,
                        Redescribed.kept(Evidence.item(open.archive.records().open(saved)), Protection.EX_PARTE),
                        1);
        open.reopenAs("recorder", Set.of(Role.RECORDER));
        assertThat(like(letter)).containsExactly(changed);
        assertThat(open.archive.lookalikes().pairs(0, 100, Progress.none())).hasSize(1);
        assertThatThrownBy(() -> like(saved)).isInstanceOf(ArchiveException.NotFound.class);
        assertThatThrownBy(() -> open.archive.lookalikes().notTheSame(letter, saved))
                .isInstanceOf(ArchiveException.NotFound.class);
        assertThatThrownBy(() -> open.archive.lookalikes().compare(letter, saved))
                .isInstanceOf(ArchiveException.NotFound.class);
    }

    @Test
    void refusesAnAuditorWhoReadsNoRecords() {
        open.reopenAs("auditor", Set.of(Role.AUDITOR));
        assertThatThrownBy(() -> like(letter)).isInstanceOf(ArchiveException.NotPermitted.class);
        assertThatThrownBy(() -> open.archive.lookalikes().notTheSame(letter, saved))
                .isInstanceOf(ArchiveException.NotPermitted.class);
        assertThatThrownBy(() -> open.archive.lookalikes().compare(letter, saved))
                .isInstanceOf(ArchiveException.NotPermitted.class);
    }

    @Test
    void drawsAgainWhatWasLostOrNeverDrawn() {
        open.archive.session().store().inTransaction(tx -> {
            tx.putSketch(saved, "WORDS", "of something else", new byte[0], new long[0]);
            return tx;
        });
        assertThat(like(letter)).containsExactly(changed);
        open.archive.evidence().readWaiting(Progress.none());
        assertThat(like(letter)).containsExactly(saved, changed);
    }

    @Test
    void findsAScanThatWasSavedAgainAndSaysThatItIsByItsLooks() throws Exception {
        BufferedImage scan = new BufferedImage(400, 560, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scan.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 400, 560);
        pen.setColor(Color.BLACK);
        IntStream.range(0, 60)
                .forEach(i -> pen.fillRect(random.nextInt(360), random.nextInt(540), 10 + random.nextInt(60), 9));
        pen.dispose();
        ImageIO.write(scan, "png", temp.resolve("scan.png").toFile());
        ImageIO.write(scan, "jpeg", temp.resolve("scan.jpg").toFile());
        Reference first = item(open.take(temp.resolve("scan.png")));
        Reference second = item(open.take(temp.resolve("scan.jpg")));
        open.archive.lookalikes().lookAtPictures(Progress.none());
        assertThat(open.archive.lookalikes().of(second)).singleElement().satisfies(one -> {
            assertThat(one.other().reference()).isEqualTo(first);
            assertThat(one.sense()).isEqualTo(Lookalikes.Sense.PICTURE);
            assertThat(one.percent()).isGreaterThan(85);
        });
    }

    @Test
    void setsTwoTextsSideBySideSentenceBySentenceHoweverTheirLinesWereBroken() throws Exception {
        String rest = "They " + words(60) + ". We " + words(40) + ".";
        Reference first = taken("one.txt", "They came at night.\nThe door\nwas broken. " + rest);
        Reference second = taken("two.txt", "They came at dawn. The door was\nbroken.\n\n" + rest);

        AlikeTexts compared = open.archive.lookalikes().compare(second, first);

        assertThat(compared.cut()).isFalse();
        assertThat(compared.pairs())
                .filteredOn(pair -> !pair.same())
                .singleElement()
                .satisfies(pair -> {
                    assertThat(changed(pair.earlier())).containsExactly("night");
                    assertThat(changed(pair.later())).containsExactly("dawn");
                });
        assertThat(compared.pairs()).hasSize(4);
    }

    @Test
    void comparesAListWithoutSentencesLineByLine() throws Exception {
        String lines = IntStream.range(0, 40).mapToObj(i -> words(4)).collect(Collectors.joining("\n"));
        Reference first = taken("list.txt", lines + "\nlast entry");
        Reference second = taken("other.txt", lines + "\nanother entry");

        assertThat(open.archive.lookalikes().compare(first, second).pairs())
                .hasSize(41)
                .filteredOn(pair -> !pair.same())
                .hasSize(1);
    }

    @Test
    void comparesTheBeginningOfVeryLongTextsAndSaysSo() throws Exception {
        String many = IntStream.range(0, 3_100)
                .mapToObj(i -> "Line number " + i + ".")
                .collect(Collectors.joining(" "));
        AlikeTexts compared =
                open.archive.lookalikes().compare(taken("long.txt", many), taken("longer.txt", many + "."));

        assertThat(compared.cut()).isTrue();
        assertThat(compared.pairs()).hasSize(3_000);
    }

    private static java.util.List<String> changed(Optional<Differences.Side> side) {
        return side.orElseThrow().pieces().stream()
                .filter(Differences.Piece::changed)
                .map(Differences.Piece::text)
                .toList();
    }

    private static Reference item(IntakeReport report) {
        return report.files().getFirst().reference().orElseThrow();
    }
}
