package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.domain.AccountAsRead;
import org.cairn.domain.AccountAsRead.Change;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Paragraph;
import org.cairn.domain.ReadBack;
import org.cairn.domain.Testimony;

/// What a witness had changed while their statement was read back to them: found by comparing, never typed.
public final class ReadingBack {

    private ReadingBack() {}

    /// Each paragraph that was changed, added or taken out since the reading began.
    ///
    /// @param read the words of each paragraph as they were read
    /// @param now the words of each paragraph as they are
    /// @param why what was said of a change
    public static List<Change> changes(
            List<String> read, List<String> now, LanguageTag language, Function<Change, String> why) {
        if (read.equals(now)) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        for (Differences.Pair pair : Differences.between(read, now, language)) {
            if (!pair.same()) {
                Change change = new Change(
                        pair.earlier().map(Differences.Side::number),
                        pair.later().map(Differences.Side::number),
                        words(pair.earlier()),
                        words(pair.later()),
                        "");
                changes.add(change.because(why.apply(change)));
            }
        }
        return changes;
    }

    private static String words(Optional<Differences.Side> side) {
        return side.stream()
                .flatMap(one -> one.pieces().stream())
                .map(Differences.Piece::text)
                .collect(Collectors.joining());
    }

    /// The same statement with its changes as they are: nobody can write down others.
    static Testimony settled(Testimony statement) {
        return statement
                .readBack()
                .flatMap(ReadBack::account)
                .map(read ->
                        statement.readBack(statement.readBack().map(back -> back.noting(settled(read, statement)))))
                .orElse(statement);
    }

    private static AccountAsRead settled(AccountAsRead read, Testimony statement) {
        List<String> now = statement.paragraphs().stream().map(Paragraph::text).toList();
        return new AccountAsRead(
                read.begun(),
                read.ended(),
                read.paragraphs(),
                changes(read.paragraphs(), now, statement.language(), change -> why(read.changes(), change)));
    }

    private static String why(List<Change> known, Change change) {
        return known.stream()
                .filter(one -> one.before().equals(change.before()))
                .filter(one -> one.before().isPresent() || one.after().equals(change.after()))
                .findFirst()
                .map(Change::why)
                .orElse("");
    }
}
