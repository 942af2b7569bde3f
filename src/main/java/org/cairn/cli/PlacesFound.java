package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.archive.Redactions;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.Occurrence;
import org.cairn.domain.Reference;

/// Where words stand in the exhibits of a draft, a line for each place, and what became of them.
final class PlacesFound {

    private static final int NUMBER = 5;
    private static final int WHERE = 20;

    private final Output output;
    private final Redactions.Sought found;
    private final List<Integer> lines;
    private final boolean onlyWhole;
    private final ObjectNode document = Output.object();

    /// Whether a place is blacked out now.
    @FunctionalInterface
    interface Taking {
        /// @param number of the place, from 1
        boolean takes(int number, Occurrence place);
    }

    /// @param lines of each of the words, where they were given; what was sought beyond them is somebody's name
    /// @param onlyWhole whether parts of longer words are left out of the list; their numbers are not given to others
    PlacesFound(Output output, Redactions.Sought found, List<Integer> lines, boolean onlyWhole) {
        this.output = output;
        this.found = found;
        this.lines = lines;
        this.onlyWhole = onlyWhole;
    }

    ObjectNode document() {
        return document;
    }

    /// Every place, in the order of their numbers.
    List<Occurrence> all() {
        return found.found();
    }

    /// Lists them.
    void tell(Taking taking) {
        ArrayNode places = document.putArray("found");
        int left = 0;
        for (int number = 1; number <= all().size(); number++) {
            Occurrence place = all().get(number - 1);
            boolean taken = taking.takes(number, place);
            if (onlyWhole && !place.alone() && !taken) {
                left++;
                continue;
            }
            output.line(line(number, place, taken));
            json(places.addObject(), number, place, taken);
        }
        document.put("total", all().size());
        output.say("words.count", all().size());
        if (left > 0) {
            output.say("words.partsNotListed", left);
        }
    }

    /// Says what could not be looked at: last, so that it is not overlooked.
    ///
    /// @return what the shell is told
    int end() {
        ArrayNode notSeen = document.putArray("notSeen");
        found.notSeen().forEach(reference -> notSeen.add(reference.toString()));
        if (!found.notSeen().isEmpty()) {
            output.warn("words.notSeen", references(found.notSeen()));
        }
        output.document(document);
        return found.notSeen().isEmpty() ? ExitCode.DONE : ExitCode.INPUT_NOT_READ;
    }

    /// Says what was written, and what stays to be read.
    void written(Confirmed confirmed, BundleDraft before, BundleDraft without) {
        int taken = 0;
        int parts = 0;
        int beyond = 0;
        for (int number = 1; number <= all().size(); number++) {
            Occurrence place = all().get(number - 1);
            if (confirmed.takes(number, place)) {
                taken++;
            } else if (!confirmed.hidden(place)) {
                beyond += place.spots().isEmpty() ? 1 : 0;
                parts += place.alone() || place.spots().isEmpty() ? 0 : 1;
            }
        }
        String file = confirmed.asked().out().toString();
        List<Reference> listed = new ArrayList<>(without.references());
        listed.removeAll(before.references());
        document.put("draft", file)
                .put("from", Confirmed.code(confirmed.from()))
                .put("reason", confirmed.asked().reason())
                .put("taken", taken);
        ArrayNode fresh = document.putArray("listed");
        listed.forEach(reference -> fresh.add(reference.toString()));
        output.say("words.written", file, taken, RuleLines.version(output.words(), confirmed.from()));
        if (!listed.isEmpty()) {
            output.say("words.listed", references(listed));
        }
        if (parts > 0) {
            output.warn("words.partsStay", parts);
        }
        if (beyond > 0) {
            output.warn("words.beyondStay", beyond);
        }
        output.warn("words.closely");
    }

    private String line(int number, Occurrence place, boolean taken) {
        String where = output.text("words.page", place.exhibit().toString(), String.valueOf(place.page()));
        String said = plain(place.before() + "[" + place.itself() + "]" + place.after());
        List<String> notes = notes(place, taken).toList();
        String known = notes.isEmpty()
                ? ""
                : "  " + output.text("words.notes", output.words().list(notes.stream()));
        return Columns.pad(String.valueOf(number), NUMBER) + Columns.pad(where, WHERE) + said + known;
    }

    private Stream<String> notes(Occurrence place, boolean taken) {
        return Stream.of(
                        place.within().map(other -> output.text("words.within", other.toString())),
                        said(!place.alone(), "words.part"),
                        place.hiddenFrom()
                                .map(version ->
                                        output.text("words.hidden", RuleLines.version(output.words(), version))),
                        said(place.spots().isEmpty(), "words.beyond"),
                        said(taken, "words.taken"))
                .flatMap(Optional::stream);
    }

    private Optional<String> said(boolean so, String key) {
        return so ? Optional.of(output.text(key)) : Optional.empty();
    }

    /// In one line.
    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private String references(List<Reference> references) {
        return output.words().list(references.stream().map(Reference::toString));
    }

    private void json(ObjectNode into, int number, Occurrence place, boolean taken) {
        into.put("number", number)
                .put("ref", place.exhibit().toString())
                .put("page", place.page())
                .put("before", place.before())
                .put("itself", place.itself())
                .put("after", place.after())
                .put("whole", place.alone())
                .put("beyondPage", place.spots().isEmpty())
                .put("taken", taken);
        place.within().ifPresent(other -> into.put("within", other.toString()));
        place.hiddenFrom().ifPresent(version -> into.put("hiddenFrom", Confirmed.code(version)));
        if (place.word() < lines.size()) {
            into.put("line", lines.get(place.word()));
        } else {
            into.put("name", true);
        }
    }

    @Override
    public String toString() {
        return "PlacesFound " + found.found().size();
    }
}
