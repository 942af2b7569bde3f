package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Drafts;
import org.cairn.archive.FormOffer;
import org.cairn.archive.Kept;
import org.cairn.archive.KeptForm;
import org.cairn.archive.OwnForms;
import org.cairn.archive.SubmissionText;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.NotMapped;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Term;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adds, lists and shows an organisation's own forms, and adds terms to vocabularies.
@Command(
        name = "form",
        footer = {
            "  cairn form add intake.xlsx --for witness",
            "  cairn form show F-0001/2",
            "  cairn form template > own.json",
            "  cairn form term facility-type KILN en=\"brick kiln\" fr=briqueterie"
        })
final class FormCommand implements Callable<Integer> {

    private static final List<String> ACTIONS = List.of("add", "list", "show", "template", "term");
    private static final int REFERENCE = 11;
    private static final int KIND = 14;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(index = "0", paramLabel = "ACTION")
    @SuppressWarnings("NullAway.Init")
    private String action;

    @Parameters(index = "1..*", paramLabel = "WHAT", arity = "0..*")
    private List<String> what = List.of();

    @Option(names = "--for", paramLabel = "KIND")
    private String extended = "testimony";

    @Option(names = "--retire")
    private boolean retire;

    @Override
    public Integer call() {
        return switch (Allowed.oneOf(ACTIONS, "ACTION", action)) {
            case "add" -> add();
            case "show" -> show();
            case "term" -> term();
            case "template" -> {
                Cairn.out().print(new Template(options.output().words()).of(RecordKind.FORM));
                yield ExitCode.DONE;
            }
            default -> options.with(this::list);
        };
    }

    private RecordKind kind() {
        List<String> codes = FormDefinition.EXTENSIBLE.stream()
                .map(RecordKind::code)
                .sorted()
                .toList();
        return Allowed.kind("--for", Allowed.oneOf(codes, "--for", extended));
    }

    private int add() {
        if (what.isEmpty()) {
            throw new ArchiveException.InvalidInput("WHAT", "missing");
        }
        RecordKind kind = kind();
        List<FormOffer> offers = new ArrayList<>();
        for (String file : what) {
            offers.add(OwnForms.read(bytes(file), name(file), kind));
        }
        return options.with(archive -> keep(archive, offers));
    }

    private static String name(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private int keep(Archive archive, List<FormOffer> offers) {
        Output output = options.output();
        ArrayNode forms = Output.array();
        for (FormOffer offer : offers) {
            FormDefinition form = retire ? offer.form().retired(true) : offer.form();
            Kept kept = archive.ownForms().add(form);
            output.say("form.kept", kept.reference().toString(), kept.revision(), title(form));
            ObjectNode document = Output.object()
                    .put("reference", kept.reference().toString())
                    .put("revision", kept.revision())
                    .put("id", form.id())
                    .put("questions", form.everyField().size());
            tellNotMapped(output, offer.notMapped(), document);
            forms.add(document);
        }
        output.document(Output.object().set("forms", forms));
        return ExitCode.DONE;
    }

    private static void tellNotMapped(Output output, List<NotMapped> notMapped, ObjectNode document) {
        ArrayNode all = document.putArray("notMapped");
        if (!notMapped.isEmpty()) {
            output.say("form.notMapped", notMapped.size());
        }
        for (NotMapped one : notMapped) {
            output.line("  " + SubmissionText.notMapped(one, output.words().area("exchange")::text));
            all.addObject().put("code", one.code()).put("where", one.where()).put("detail", one.detail());
        }
    }

    private String title(FormDefinition form) {
        return form.titleFor(options.output().words().locale().toLanguageTag());
    }

    private int list(Archive archive) {
        Output output = options.output();
        ObjectNode document = Output.object();
        ArrayNode forms = document.putArray("forms");
        for (KeptForm kept : archive.ownForms().list()) {
            FormDefinition form = kept.form();
            String kind = form.extendsKind().map(RecordKind::name).orElse("");
            String asked = output.text("form.questions", form.everyField().size());
            String state = form.retired() ? "  (" + output.text("form.retired") + ")" : "";
            output.line(Columns.pad(kept.name(), REFERENCE)
                    + Columns.pad(kind.isEmpty() ? "" : output.words().word("record-kind", kind), KIND)
                    + title(form) + "  " + asked + state);
            forms.addObject()
                    .put("ref", kept.reference().toString())
                    .put("revision", kept.revision())
                    .put("id", form.id())
                    .put("version", form.version())
                    .put("extends", kind.toLowerCase(Locale.ROOT))
                    .put("title", title(form))
                    .put("questions", form.everyField().size())
                    .put("retired", form.retired());
        }
        output.document(document);
        return ExitCode.DONE;
    }

    private int show() {
        if (what.size() != 1) {
            throw new ArchiveException.InvalidInput("WHAT", "missing");
        }
        String asked = what.getFirst().strip();
        return options.with(archive -> show(archive, asked));
    }

    private int show(Archive archive, String asked) {
        FormDefinition form = archive.ownForms()
                .named(asked)
                .or(() -> archive.ownForms().list().stream()
                        .filter(kept -> kept.reference().toString().equalsIgnoreCase(asked))
                        .findFirst()
                        .map(KeptForm::form))
                .orElseThrow(() -> Reference.tryParse(asked)
                        .<ArchiveException>map(ArchiveException.NotFound::new)
                        .orElseGet(() -> Allowed.refused("WHAT", List.of("F-0001", "F-0001/2", "person/1"))));
        Output output = options.output();
        output.line(title(form));
        fields(output, form, form.fields(), 1);
        form.origin().ifPresent(origin -> tellNotMapped(output, origin.notMapped(), Output.object()));
        output.document(Output.object().set("form", Output.parse(Drafts.write(form))));
        return ExitCode.DONE;
    }

    private void fields(Output output, FormDefinition form, List<FormField> fields, int depth) {
        String reader = output.words().locale().toLanguageTag();
        for (FormField field : fields) {
            List<String> more =
                    new ArrayList<>(List.of(field.name(), field.type().name()));
            field.list().ifPresent(more::add);
            field.shownIf().ifPresent(more::add);
            if (field.required()) {
                more.add(output.text("form.wanted"));
            }
            if (field.namesPerson()) {
                more.add(output.text("form.names"));
            }
            output.line("  ".repeat(depth) + field.label(reader, form.language().tag()) + "  ["
                    + String.join("; ", more) + "]");
            fields(output, form, field.fields(), depth + 1);
        }
    }

    private int term() {
        if (what.size() < 2) {
            throw new ArchiveException.InvalidInput("WHAT", "missing");
        }
        String vocabulary = Allowed.oneOf(OwnForms.EXTENSIBLE, "WHAT", what.getFirst());
        Map<String, String> label = new LinkedHashMap<>();
        for (String one : what.subList(2, what.size())) {
            int sign = one.indexOf('=');
            if (sign < 1) {
                throw Allowed.refused("WHAT", List.of("en=…", "fr=…"));
            }
            label.put(one.substring(0, sign), one.substring(sign + 1));
        }
        Term term = new Term(what.get(1), label, retire);
        return options.with(archive -> {
            Kept kept = archive.ownForms().keepTerm(vocabulary, term);
            options.output().say("form.termKept", term.code(), vocabulary);
            options.output()
                    .document(Output.object()
                            .put("reference", kept.reference().toString())
                            .put("revision", kept.revision())
                            .put("vocabulary", vocabulary)
                            .put("code", term.code()));
            return ExitCode.DONE;
        });
    }
}
