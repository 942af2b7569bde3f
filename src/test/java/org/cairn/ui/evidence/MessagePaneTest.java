package org.cairn.ui.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.reading.Passage;
import org.cairn.ui.common.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A message is looked at with its head, what is written in it, and what came with it, which is opened like any item.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class MessagePaneTest {

    private static final String MESSAGE = String.join(
            "\r\n",
            "From: Amina <amina@example.org>",
            "To: The Inquiry <inquiry@example.org>",
            "Cc: The Registry <registry@example.org>",
            "Subject: What I saw in March",
            "Date: Mon, 3 Jan 2022 10:00:00 +0000",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=\"B\"",
            "",
            "--B",
            "Content-Type: multipart/alternative; boundary=\"C\"",
            "",
            "--C",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "The body says cornerstone.",
            "--C",
            "Content-Type: text/html; charset=utf-8",
            "",
            "<p>The body says <b>cornerstone</b>.</p>",
            "--C--",
            "--B",
            "Content-Type: text/plain; name=\"notes.txt\"",
            "Content-Disposition: attachment; filename=\"notes.txt\"",
            "",
            "attached words",
            "--B",
            "Content-Type: message/rfc822",
            "",
            "From: other@example.org",
            "Subject: Forwarded",
            "",
            "forwarded words",
            "--B--",
            "");

    private ItemOnScreen screen;
    private Reference message;

    @Start
    void show(Stage stage) throws Exception {
        screen = new ItemOnScreen(stage);
    }

    @AfterEach
    void stop() throws Exception {
        screen.close();
    }

    @Test
    void showsWhoWroteToWhomWhenAndOfWhat(FxRobot robot) throws Exception {
        open(robot);
        assertThat(head())
                .containsEntry("From", "Amina <amina@example.org>")
                .containsEntry("To", "The Inquiry <inquiry@example.org>")
                .containsEntry("Copy to", "The Registry <registry@example.org>")
                .containsEntry("Subject", "What I saw in March")
                .hasEntrySatisfying("Sent", sent -> assertThat(sent).contains("2022"));
    }

    @Test
    void isCalledByItsSubjectAsByWordsOfSomebodyElse(FxRobot robot) throws Exception {
        open(robot);
        assertThat(screen.said("#item-title")).isEqualTo("“What I saw in March”");
    }

    @Test
    void showsWhatIsWrittenInItAndFindsWordsThere(FxRobot robot) throws Exception {
        open(robot);
        assertThat(written()).contains("The body says cornerstone.").doesNotContain("<b>");

        screen.find(robot, "cornerstone");

        assertThat(screen.said("#find-count")).startsWith("1 of ");
        assertThat(passages().getSelectionModel().getSelectedItem()).isNotNull();
    }

    @Test
    void listsWhatCameWithItAndOpensItLikeAnyItem(FxRobot robot) throws Exception {
        open(robot);
        assertThat(attached().getItems()).extracting(Summary::title).anyMatch(title -> title.equals("notes.txt"));
        assertThat(attached().getItems()).hasSize(2);
        Summary notes = attached().getItems().stream()
                .filter(item -> item.title().equals("notes.txt"))
                .findFirst()
                .orElseThrow();

        screen.press(robot, "#message-attached #open-" + notes.reference());
        assertThat(screen.on.led).containsExactly(Place.of("evidence", notes.reference()));

        Summary other = attached().getItems().stream()
                .filter(item -> !item.equals(notes))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> attached().getSelectionModel().select(other));
        screen.keys(robot, "#message-attached #inside-list", KeyCode.ENTER);
        assertThat(screen.on.led).last().isEqualTo(Place.of("evidence", other.reference()));

        screen.open(robot, notes.reference());
        assertThat(written()).isEqualTo("attached words");
        screen.press(robot, "#item-parent");
        assertThat(screen.on.led).last().isEqualTo(Place.of("evidence", message));
    }

    private void open(FxRobot robot) throws Exception {
        message = screen.look(robot, "march.eml", MESSAGE.getBytes(UTF_8));
    }

    private Map<String, String> head() {
        Map<String, String> head = new TreeMap<>();
        for (Node node : screen.node("#message-pane").lookupAll(".message-head .fact")) {
            TextField value = (TextField) node;
            head.put(
                    Objects.requireNonNull(screen.node("#message-pane").lookupAll(".message-head .label")).stream()
                            .map(Label.class::cast)
                            .filter(label -> node.equals(label.getLabelFor()))
                            .map(Label::getText)
                            .collect(Collectors.joining()),
                    value.getText());
        }
        return head;
    }

    private String written() {
        return passages().getItems().stream()
                .map(Passage::text)
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }

    @SuppressWarnings("unchecked")
    private ListView<Passage> passages() {
        return (ListView<Passage>) screen.node("#text-passages");
    }

    @SuppressWarnings("unchecked")
    private ListView<Summary> attached() {
        List<Node> lists = List.copyOf(screen.node("#message-attached").lookupAll("#inside-list"));
        return (ListView<Summary>) lists.getFirst();
    }
}
