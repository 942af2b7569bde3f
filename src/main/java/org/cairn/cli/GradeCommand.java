package org.cairn.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Assessment.Aspect;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Grades the source of an item and what it says, each by itself; or shows how they were graded.
@Command(
        name = "grade",
        footer = {
            "  cairn grade E-0012 --source B --information 2 --reason \"two other papers\"",
            "  cairn grade E-0012"
        })
final class GradeCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Mixin
    private final Judgement judgement = new Judgement();

    @Parameters(paramLabel = "REF", arity = "1..*")
    private List<String> references = List.of();

    @Option(names = "--source", paramLabel = "A-F")
    private @Nullable String source;

    @Option(names = "--information", paramLabel = "1-6")
    private @Nullable String information;

    @Override
    public Integer call() {
        if (source == null && information == null) {
            return judgement.show(options, references, Aspect.GRADING);
        }
        if (source == null || information == null) {
            throw new ArchiveException.InvalidInput(source == null ? "--source" : "--information", "missing");
        }
        String grade = Allowed.code("--source", source, "grade-source")
                + Allowed.code("--information", information, "grade-information");
        return judgement.keep(options, references, Aspect.GRADING, grade);
    }
}
