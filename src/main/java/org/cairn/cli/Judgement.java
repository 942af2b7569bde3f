package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Assessment;
import org.cairn.domain.Assessment.Aspect;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What two commands share that judge items: why, by whom, when; and how judgements are told.
final class Judgement {

    @Option(names = "--reason", paramLabel = "WHY")
    private @Nullable String reason;

    @Option(names = "--assessor", paramLabel = "WHO")
    private @Nullable String assessor;

    @Option(names = "--date", paramLabel = "DATE")
    private @Nullable String date;

    int keep(GlobalOptions options, List<String> references, Aspect aspect, String value) {
        if (reason == null || reason.isBlank()) {
            throw new ArchiveException.InvalidInput("--reason", "missing");
        }
        String why = reason;
        Optional<FuzzyDate> day = Allowed.date("--date", date, options.locale());
        List<Reference> items = items(references);
        return options.with(archive -> {
            ArrayNode kept = Output.array();
            for (Reference item : items) {
                Assessment judged =
                        new Assessment(item, aspect, value, assessor == null ? "" : assessor.strip(), day, why);
                archive.assessments().keep(judged);
                options.output()
                        .say(
                                "assess.kept",
                                item.toString(),
                                name(options.output().words(), aspect, value));
                kept.add(Output.object().put("ref", item.toString()).put("value", value));
            }
            options.output().document(Output.object().set("items", kept));
            return ExitCode.DONE;
        });
    }

    int show(GlobalOptions options, List<String> references, Aspect aspect) {
        List<Reference> items = items(references);
        return options.with(archive -> {
            ArrayNode shown = Output.array();
            for (Reference item : items) {
                List<Revision> all = archive.assessments().of(item, aspect);
                if (all.isEmpty()) {
                    options.output().say("assess.none", item.toString());
                }
                ObjectNode one = Output.object().put("ref", item.toString());
                ArrayNode history = one.putArray("history");
                all.forEach(revision -> history.add(told(options.output(), item, revision)));
                shown.add(one);
            }
            options.output().document(Output.object().set("items", shown));
            return ExitCode.DONE;
        });
    }

    private static ObjectNode told(Output output, Reference item, Revision revision) {
        Assessment judged = (Assessment) revision.record();
        String who = judged.assessor().isEmpty() ? revision.author() : judged.assessor();
        output.say(
                "assess.line",
                item.toString(),
                name(output.words(), judged.aspect(), judged.value()),
                who,
                judged.date().map(FuzzyDate::verbatim).orElse(revision.at().toString()),
                judged.reason());
        ObjectNode line = Output.object()
                .put("value", judged.value())
                .put("assessor", who)
                .put("reason", judged.reason())
                .put("revision", revision.number())
                .put("author", revision.author())
                .put("at", revision.at().toString());
        judged.date().ifPresent(day -> line.put("date", day.edtf()));
        return line;
    }

    private static String name(Words words, Aspect aspect, String value) {
        return aspect == Aspect.AUTHENTICITY
                ? words.word("authenticity", value)
                : words.word("grade-source", value.substring(0, 1)) + "; "
                        + words.word("grade-information", value.substring(1));
    }

    private static List<Reference> items(List<String> references) {
        return references.stream().map(given -> Allowed.reference("REF", given)).toList();
    }
}
