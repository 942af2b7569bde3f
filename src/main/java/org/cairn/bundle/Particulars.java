package org.cairn.bundle;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.ElementLink;
import org.cairn.domain.FuzzyDate;

/// What the archive knows for the schedules before the exhibits: nothing of what is withheld, no name of a witness.
///
/// @param elements elements of crimes that exhibits are linked to, in the order of the law
/// @param events what happened, as far as it is dated and exhibits tell of it
/// @param persons witnesses and those they speak of
public record Particulars(List<LinkedElement> elements, List<Happening> events, List<Persona> persons) {

    /// Of a bundle without these schedules.
    public static final Particulars NONE = new Particulars(List.of(), List.of(), List.of());

    public Particulars {
        elements = List.copyOf(elements);
        events = List.copyOf(events);
        persons = List.copyOf(persons);
    }

    /// An element of a crime that exhibits are linked to.
    ///
    /// @param code of the vocabulary `element`
    /// @param instrument the code of the treaty or rules that it is in
    /// @param citation where it stands there
    /// @param reviewed whether a lawyer has checked its words
    /// @param exhibits that are linked to it
    public record LinkedElement(
            String code, String instrument, String citation, boolean reviewed, List<Bearer> exhibits) {
        public LinkedElement {
            exhibits = List.copyOf(exhibits);
        }

        @Override
        public String toString() {
            return "LinkedElement " + code;
        }
    }

    /// An exhibit, or a place in one, that bears on an element.
    ///
    /// @param bearing which way, where somebody said
    public record Bearer(Mention mention, Optional<ElementLink.Bearing> bearing) {

        /// Nobody said which way.
        public static Bearer of(Mention mention) {
            return new Bearer(mention, Optional.empty());
        }

        @Override
        public String toString() {
            return "Bearer";
        }
    }

    /// Something that happened.
    ///
    /// @param toldIn the exhibits that tell of it, at least one
    public record Happening(String title, FuzzyDate date, List<Mention> toldIn) {
        public Happening {
            toldIn = List.copyOf(toldIn);
        }

        @Override
        public String toString() {
            return "Happening";
        }
    }

    /// Somebody who appears in the bundle.
    ///
    /// @param called the pseudonym of a witness, the reference of anybody else
    /// @param title what their record is called; nothing of a witness, and of whom the record is kept more closely
    /// @param role a code of the vocabulary of their kind; nothing where it would tell too much
    public record Persona(
            Kind kind, String called, Optional<String> title, Optional<String> role, List<Mention> appearsIn) {
        public Persona {
            appearsIn = List.copyOf(appearsIn);
        }

        /// Who speaks and who is spoken of.
        public enum Kind {
            WITNESS("witness-category"),
            SPOKEN_OF("alleged-role");

            private final String vocabulary;

            Kind(String vocabulary) {
                this.vocabulary = vocabulary;
            }

            String vocabulary() {
                return vocabulary;
            }
        }

        @Override
        public String toString() {
            return "Persona " + kind;
        }
    }

    @Override
    public String toString() {
        return "Particulars";
    }
}
