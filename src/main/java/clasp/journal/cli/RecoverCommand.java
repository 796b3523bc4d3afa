package clasp.journal.cli;

import clasp.journal.model.Entry;
import clasp.journal.model.ParamJson;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.Utf8Sort;
import clasp.journal.recovery.Coverage;
import clasp.journal.recovery.CrashPlan;
import clasp.journal.recovery.Fate;
import clasp.journal.recovery.Fates;
import clasp.journal.recovery.Loss;
import clasp.journal.recovery.LostEntries;
import clasp.journal.recovery.Problem;
import clasp.journal.recovery.RecoveredParam;
import clasp.journal.recovery.RecoveredState;
import clasp.journal.recovery.Recovery;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Not thread-safe.
@Command(
        name = "recover",
        description = "Prints the params that a router comes back with, one JSON object a line, by address.",
        footer = {
            "",
            "seq is that of the entry which set the param, null when it stands as in the snapshot. clasp-router gives"
                    + " every param the time of the recovery; here timestamp is that of the entry or of the snapshot's"
                    + " param."
        })
final class RecoverCommand implements Callable<Integer> {
    private final Tools tools;

    @Mixin
    private final JournalArgument argument = new JournalArgument();

    @Option(
            names = "--at",
            paramLabel = "SEQ",
            description = "As if the router had stopped after this entry. Without: after the newest.")
    private @Nullable Long at;

    @Option(
            names = "--as",
            paramLabel = "documented|clasp-router",
            defaultValue = "documented",
            converter = RuleName.class,
            description = "As CLASP documents it (without: this), or as clasp-router 4.5 does it.")
    @SuppressWarnings("NullAway.Init")
    private RecoveryRule rule;

    @Option(names = "--fates", description = "Print what becomes of each entry instead, and why.")
    private boolean fates;

    @Option(names = "--lost", description = "Print what a crash there would lose with clasp-router, and why, instead.")
    private boolean lost;

    @Option(
            names = "--format",
            paramLabel = "jsonl",
            defaultValue = "jsonl",
            description = "One of: ${COMPLETION-CANDIDATES}. Without: jsonl.")
    @SuppressWarnings({"NullAway.Init", "unused"})
    private Format format;

    /// What params are printed as.
    enum Format {
        jsonl
    }

    RecoverCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        try (JournalReader journal = tools.open(argument.journal())) {
            CoverageWords words = CoverageWords.of(journal, lost ? RecoveryRule.DOCUMENTED : rule, seq());
            Coverage coverage = words.coverage();
            Optional<String> unknown = words.unknown();
            if (unknown.isPresent()) {
                tools.console().say(unknown.get());
                return ExitStatus.FAILED;
            }
            if (lost) {
                printLosses(journal);
            } else {
                printState(journal);
            }
            words.remarks(at).forEach(tools.console()::say);
            if (lost && coverage.holes() > 0) {
                CoverageWords.of(holes(journal, coverage)).forEach(tools.console()::say);
            }
            return coverage.beginning().isPresent() ? ExitStatus.FAILED : tools.statusAfterReadingPart(journal);
        }
    }

    private long seq() {
        return at == null ? Long.MAX_VALUE : at;
    }

    private void printState(JournalReader journal) {
        Recovery recovery = new Recovery(journal, rule);
        RecoveredState state = fates ? withFates(recovery) : recovered(recovery);
        if (!fates) {
            Utf8Sort.sorted(state.params(), RecoveredParam::address)
                    .forEach(param -> tools.console().print(line(param)));
        }
        tools.console().say(summary(state));
    }

    /// Which params show it takes a look at the whole journal.
    private LostEntries holes(JournalReader journal, Coverage coverage) {
        List<Problem> problems = new ArrayList<>();
        tools.findProblems(journal, problem -> {
            if (LostEntries.needs(problem)) {
                problems.add(problem);
            }
        });
        return LostEntries.of(problems, coverage.snapshotSeq(), coverage.seq());
    }

    private void printLosses(JournalReader journal) {
        List<Loss> losses =
                tools.console().during(progress -> new CrashPlan(journal).at(seq(), progress, Cancellation.none()));
        losses.forEach(loss -> tools.console()
                .print("{\"kind\":\"" + loss.kind().key() + "\",\"address\":" + JsonStrings.quoted(loss.address())
                        + ",\"reason\":" + JsonStrings.quoted(loss.explanation()) + "}"));
        tools.console()
                .say(Counted.of(
                        losses.size(),
                        "param would not come back as it was.",
                        "params would not come back as they were."));
    }

    private RecoveredState recovered(Recovery recovery) {
        return tools.console()
                .during(progress -> at == null
                        ? recovery.latest(progress, Cancellation.none())
                        : recovery.at(at, progress, Cancellation.none()));
    }

    private RecoveredState withFates(Recovery recovery) {
        return at == null
                ? recovery.latest(this::print, Progress.NONE, Cancellation.none())
                : recovery.at(at, this::print, Progress.NONE, Cancellation.none());
    }

    private void print(Entry entry, Fate fate) {
        tools.console()
                .print("{\"seq\":" + entry.seq() + ",\"address\":" + JsonStrings.quoted(entry.address())
                        + ",\"fate\":\"" + name(fate) + "\",\"reason\":" + JsonStrings.quoted(Fates.sentence(fate))
                        + "}");
    }

    private static String name(Fate fate) {
        return switch (fate) {
            case Fate.Created _ -> "created";
            case Fate.Applied _ -> "applied";
            case Fate.Rejected _ -> "rejected";
            case Fate.NotASet _ -> "not_a_set";
            case Fate.WithoutRevision _ -> "without_revision";
            case Fate.BeforeSnapshot _ -> "before_snapshot";
        };
    }

    private static String line(RecoveredParam recovered) {
        String param = ParamJson.write(recovered.param());
        return param.substring(0, param.length() - 1) + ",\"seq\":"
                + (recovered.setBy().isPresent() ? Long.toString(recovered.seq()) : "null") + "}";
    }

    private static String summary(RecoveredState state) {
        String base = state.baseSnapshot()
                .map(RecoverCommand::snapshot)
                .orElse("Began with nothing, as there is no snapshot that it could begin with");
        return base + "; " + Counted.entries(state.entriesTaken()) + " up to seq " + state.seq()
                + (state.entriesTaken() == 1 ? " was" : " were") + " applied; "
                + Counted.of(state.params().size(), "param", "params") + ".";
    }

    private static String snapshot(SnapshotInfo info) {
        return "Began with snapshot " + info.id() + " (taken at seq " + info.seqAt() + ")";
    }

    /// Reads the name of a rule.
    private static final class RuleName implements ITypeConverter<RecoveryRule> {
        @Override
        public RecoveryRule convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "documented" -> RecoveryRule.DOCUMENTED;
                case "clasp-router" -> RecoveryRule.CLASP_ROUTER;
                default -> throw new TypeConversionException("'" + text + "' is neither documented nor clasp-router");
            };
        }
    }
}
