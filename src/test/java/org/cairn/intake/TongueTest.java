package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A long text keeps its language, and a passage of another inside it has its own.
class TongueTest {

    private static final String[] ENGLISH = {
        "They took all of us to the clinic in the morning and nobody would say what it was for.",
        "The guard at the gate of the camp told me that I was to wait for the doctor of the ward.",
        "I do not know who he was, but he came to the room with a list and he read out my number.",
        "When I asked for my mother they said that she had been sent to the city for the work.",
        "It was in the winter of that year, and the wound in my side had not been closed for days.",
    };
    private static final String[] FRENCH = {
        "Ils nous ont tous conduits à la clinique le matin et personne ne voulait dire pourquoi.",
        "Le gardien de la porte du camp m'a dit que je devais attendre le médecin de la salle.",
        "Je ne sais pas qui il était, mais il est venu dans la chambre avec une liste de noms.",
        "Quand j'ai demandé où était ma mère, ils ont dit qu'elle était partie pour la ville.",
        "C'était en hiver de cette année, et la plaie de mon côté n'était pas encore fermée.",
    };

    private final Random random = new Random(4);
    private final Tongue tongue = new Tongue(new Languages());

    /// Far into a text it is asked about every sixty-fourth time only: a passage between two such times must be noticed
    /// by what it looks like.
    @Test
    void noticesOnePassageOfAnotherLanguageInALongText() {
        for (int i = 0; i < 500; i++) {
            assertThat(tongue.of(passage(ENGLISH))).isEqualTo("en");
        }
        assertThat(tongue.of(passage(FRENCH))).isEqualTo("fr");
        assertThat(tongue.of(passage(ENGLISH))).isEqualTo("en");
    }

    @Test
    void noticesAnotherScript() {
        for (int i = 0; i < 100; i++) {
            tongue.of(passage(ENGLISH));
        }
        assertThat(tongue.of("Врачи взяли кровь у всех, кто был в комнате, и не сказали, зачем она нужна."))
                .isEqualTo("ru");
    }

    @Test
    void noticesWordsAfterManyFigures() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(tongue.of("%d %d %d".formatted(random.nextInt(), random.nextInt(), random.nextInt())))
                    .isEmpty();
        }
        assertThat(tongue.of(passage(ENGLISH))).isEqualTo("en");
    }

    private String passage(String[] sentences) {
        return random.ints(8, 0, sentences.length)
                .mapToObj(sentence -> sentences[sentence])
                .collect(Collectors.joining(" "));
    }
}
