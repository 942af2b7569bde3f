package org.cairn.search;

import java.nio.file.Path;
import java.util.List;

/// A process that applies and commits one change after the other, says after each how far it is, and never ends.
public final class ApplyUntilKilled {

    private ApplyUntilKilled() {}

    /// @param arguments the folder of the index
    public static void main(String[] arguments) {
        PassageIndex index = Passages.open(Path.of(arguments[0]));
        for (int number = 1; number < Integer.MAX_VALUE; number++) {
            index.apply(
                    number,
                    List.of(Passages.anItem("E-" + number)
                            .saying("word" + number, "page two")
                            .change()));
            index.commit();
            System.out.println(number);
            System.out.flush();
        }
    }
}
