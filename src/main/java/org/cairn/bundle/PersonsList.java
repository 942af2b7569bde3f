package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import org.cairn.bundle.Particulars.Persona;
import org.cairn.bundle.Particulars.Persona.Kind;
import org.cairn.bundle.typeset.Table;

/// Who is called what, and where they appear.
final class PersonsList {

    private final FrontSchedule schedule;
    private final Words words;

    PersonsList(FrontSchedule schedule) {
        this.schedule = schedule;
        this.words = schedule.words();
    }

    void set(List<Persona> persons) {
        schedule.note("persons.note");
        if (persons.isEmpty()) {
            schedule.nothing("persons.none");
        }
        part("persons.witnesses", of(persons, Kind.WITNESS));
        part("persons.spokenOf", of(persons, Kind.SPOKEN_OF));
    }

    private static List<Persona> of(List<Persona> persons, Kind kind) {
        return persons.stream().filter(persona -> persona.kind() == kind).toList();
    }

    private void part(String title, List<Persona> persons) {
        if (persons.isEmpty()) {
            return;
        }
        schedule.flow().room(110).heading(words.text(title), Looks.SUBHEADING);
        schedule.flow()
                .table(new Table(
                        List.of(
                                new Table.Column(0.12f, Looks.CELL),
                                new Table.Column(0.25f, Looks.CELL),
                                new Table.Column(0.14f, Looks.accent(Looks.CELL)),
                                new Table.Column(0.38f, Looks.quiet(Looks.CELL)),
                                FrontSchedule.pages()),
                        List.of(
                                words.text("persons.called"),
                                words.text("persons.who"),
                                words.text("persons.where"),
                                words.text("index.document"),
                                words.text("index.page")),
                        persons.stream()
                                .flatMap(persona -> rows(persona).stream())
                                .toList(),
                        true));
    }

    private List<Table.Row> rows(Persona persona) {
        List<Table.Row> rows = new ArrayList<>();
        for (Mention mention : persona.appearsIn()) {
            boolean first = rows.isEmpty();
            rows.add(schedule.row(
                    mention,
                    first ? persona.called() : "",
                    first ? who(persona) : "",
                    mention.marked(),
                    schedule.title(mention.mark())));
        }
        return rows;
    }

    private String who(Persona persona) {
        String role = persona.role()
                .map(code -> words.coded(persona.kind().vocabulary(), code))
                .orElse("");
        if (persona.kind() == Kind.WITNESS) {
            return role;
        }
        if (persona.title().isEmpty()) {
            return words.text("persons.kept");
        }
        String title = Titles.of(persona.title().get());
        return role.isEmpty() ? title : title + "\n" + words.text("persons.alleged", role);
    }
}
