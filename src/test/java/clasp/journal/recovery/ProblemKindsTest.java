package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.SnapshotJson;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Damage;
import clasp.journal.store.LogDamage;
import clasp.journal.store.LogReport;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every kind of problem by itself: a journal of a few entries with that one fault, and all that is said about it.
class ProblemKindsTest {
    /// What is to be said, word for word.
    private record Said(long seq, @Nullable String address, Severity severity, String explanation, String advice) {}

    private final ScriptedJournal journal = new ScriptedJournal();

    @ParameterizedTest
    @EnumSource(ProblemKind.class)
    void isFoundAloneWithItsPlaceAndWhatToDo(ProblemKind kind) {
        Said said = plant(kind);

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(new Said(
                            problem.seq(),
                            problem.concerns().orElse(null),
                            problem.severity(),
                            problem.explanation(),
                            problem.advice()))
                    .isEqualTo(said);
        });
    }

    /// What only a damaged log holds is not for whoever opens the journal: he would throw its damaged part away.
    @ParameterizedTest
    @EnumSource(value = LogDamage.Cause.class, names = "MISSING", mode = EnumSource.Mode.EXCLUDE)
    void onlyOfASoundLogOpeningAndClosingIsAdvised(LogDamage.Cause cause) {
        journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L);
        var damage = new LogDamage(cause, cause == LogDamage.Cause.NONE ? 0 : 2, 3, false);
        journal.log(new LogReport(3, 1, List.of(new SeqRange(2, 2)), damage, 0, List.of()));

        assertThat(problems().stream().filter(problem -> problem.kind() == ProblemKind.ONLY_IN_LOG))
                .singleElement()
                .satisfies(problem -> {
                    if (cause == LogDamage.Cause.NONE) {
                        assertThat(problem.advice()).contains("Opening and closing it with CLASP or SQLite");
                    } else {
                        assertThat(problem.advice())
                                .doesNotContain("Opening and closing")
                                .contains("Copy all three before anything opens the journal to write");
                    }
                });
    }

    private Said plant(ProblemKind kind) {
        return switch (kind) {
            case COMPACTED -> {
                journal.set(3, "/a", "3", 3L);
                journal.snapshot(2, param("/a", "2", 2));
                yield new Said(
                        1,
                        null,
                        Severity.INFO,
                        "The entries up to seq 2 are not there: they were compacted away. The snapshot taken at seq 2"
                                + " has their params.",
                        "Nothing to do. Keep that snapshot: nobody can recover without it.");
            }
            case MISSING_SEQS -> {
                journal.set(1, "/a", "1", 1L).set(5, "/a", "2", 2L);
                yield new Said(
                        2,
                        null,
                        Severity.WARNING,
                        "3 entries are missing in the middle: seqs 2 to 4.",
                        "A param that was set only there does not come back, and one that was set there last comes"
                                + " back older. Find out who deleted rows, which writes failed, or whether the file is"
                                + " damaged; look for a backup.");
            }
            case MISSING_AT_THE_END -> {
                journal.set(1, "/a", "1", 1L).given(4);
                yield new Said(
                        2,
                        null,
                        Severity.INFO,
                        "The journal gave out seqs up to 4, but those from 2 on are not there.",
                        "Look for a copy of the file with its -wal beside it: the newest entries may be there.");
            }
            case NOT_RECOVERABLE -> {
                journal.set(4, "/a", "4", 4L);
                journal.snapshot(1, param("/a", "1", 1));
                yield new Said(
                        4,
                        null,
                        Severity.ERROR,
                        "The entries up to seq 3 are not there, and no snapshot that can be loaded has their params"
                                + " (the latest reaches to seq 1): the state can no longer be recovered as a whole.",
                        "Restore a backup made before the compaction. Otherwise set every param once more, then take"
                                + " a snapshot.");
            }
            case REVISION_GAP -> {
                journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 4L);
                yield new Said(
                        2,
                        "/a",
                        Severity.WARNING,
                        "The revision goes from 1 (at seq 1) to 4: SETs in between are not in the journal, or stand"
                                + " later.",
                        "clasp-router rejects every later SET of this address when it recovers. See whether the missing"
                                + " revisions come later (written out of order); otherwise these writes are lost.");
            }
            case REVISION_REPEAT -> {
                journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 1L);
                yield new Said(
                        2,
                        "/a",
                        Severity.WARNING,
                        "Revision 1 was already there at seq 1: two SETs were accepted on top of the same value, or"
                                + " one was written twice.",
                        "Compare the two entries; if their authors differ, one did not know of the other.");
            }
            case REVISION_REGRESSION -> {
                journal.set(1, "/a", "1", 5L).set(2, "/a", "2", 3L);
                yield new Said(
                        2,
                        "/a",
                        Severity.WARNING,
                        "The revision goes back from 5 (at seq 1) to 3: the entries are out of order, or the param"
                                + " was made anew.",
                        "Recovery as documented takes the entry with the highest seq, not the one with the highest"
                                + " revision. Compare both values.");
            }
            case RESTART -> {
                journal.set(1, "/a", "1", 8L).entry(at(2, 7_000_000, "desk", "/a", 1));
                yield new Said(
                        2,
                        null,
                        Severity.WARNING,
                        "After a silence of 7000 ms revisions start over (/a had 8 and now has 1): the router was"
                                + " started again, without what it had before.",
                        "Compare the state before and after this seq to see what the restart lost; take snapshots"
                                + " more often.");
            }
            case SET_WITHOUT_REVISION -> {
                journal.set(1, "/a", "1", null);
                yield new Said(
                        1,
                        "/a",
                        Severity.WARNING,
                        "A SET without a revision: clasp-router leaves it out when it recovers.",
                        "Find out what wrote it: a router always stores the revision. Set the param once more.");
            }
            case RACING_WRITERS -> {
                for (int turn = 1; turn <= 4; turn++) {
                    journal.entry(at(turn, turn * 1_000L, turn % 2 == 1 ? "desk" : "panel", "/a", turn));
                }
                yield new Said(
                        3,
                        "/a",
                        Severity.WARNING,
                        "Two authors set this address by turns within 2 ms: desk and panel.",
                        "Decide who may set it: a lock, another address for one of them, or one author only.");
            }
            case TIME_BACKWARDS -> {
                journal.entry(at(1, 0, "desk", "/a", 1)).entry(at(2, -1_500, "desk", "/a", 2));
                yield new Said(
                        2,
                        "/a",
                        Severity.WARNING,
                        "The time goes back by 1500 µs.",
                        "Some µs come from a busy router that writes out of order; more than that is a clock that was"
                                + " set. Rely on seqs, not on times, around here.");
            }
            case UNKNOWN_SIGNAL_TYPE -> {
                journal.entry(new Entry(1, 1, "desk", "/a", "Param", "1", 1L, MsgType.SET));
                yield new Said(
                        1,
                        "/a",
                        Severity.WARNING,
                        "The signal type 'Param' is unknown; CLASP reads it as event.",
                        "Find out what wrote it; filters on signal types do not find this entry in CLASP.");
            }
            case UNKNOWN_MESSAGE_TYPE -> {
                journal.entry(new Entry(1, 1, "desk", "/a", "param", "1", 1L, 0x22));
                yield new Said(
                        1,
                        "/a",
                        Severity.WARNING,
                        "The message type 0x22 is neither SET nor PUBLISH.",
                        "No recovery takes it into account. Find out what wrote it.");
            }
            case UNREADABLE_VALUE -> {
                journal.set(1, "/a", "{broken", 1L);
                yield new Said(
                        1,
                        "/a",
                        Severity.ERROR,
                        "The value is not JSON that CLASP can read; CLASP sees null.",
                        "The stored text is still there: look at it here and set the param once more, in a form that"
                                + " CLASP reads.");
            }
            case VALUE_READ_DIFFERENTLY -> {
                journal.set(1, "/a", "{\"x\":1,\"x\":2}", 1L);
                yield new Said(
                        1,
                        "/a",
                        Severity.WARNING,
                        "A map in the value holds a key more than once; CLASP sees the last one only.",
                        "Whoever reads it through CLASP gets another value than the one that was written. Write it in"
                                + " a form that CLASP keeps.");
            }
            case UNREADABLE_SNAPSHOT -> {
                Param deep = param("/a", "[".repeat(128) + "]".repeat(128), 1);
                journal.publish(1, "/cue", "1");
                journal.snapshot(1, null, SnapshotJson.claspRefusal(deep).orElseThrow(), deep);
                yield new Said(
                        1,
                        "/a",
                        Severity.ERROR,
                        "Snapshot 1 cannot be recovered from. The value of /a is"
                                + " nested deeper than 125 levels. It is the newest: clasp-router 4.5 silently"
                                + " ignores it, takes no other, and replays all SETs from nothing, so most params"
                                + " come back with their oldest value in the journal. Recovery as documented has no"
                                + " other to begin with, and applies all SETs from nothing.",
                        "Set /a to a value that CLASP can load, then take a new snapshot; compact nothing before"
                                + " that.");
            }
            case SNAPSHOT_DISAGREES -> {
                journal.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L);
                journal.snapshot(2, param("/a", "9", 1), param("/b", "1", 1));
                yield new Said(
                        2,
                        "/a",
                        Severity.ERROR,
                        "Snapshot 1 has 9 at revision 1, but the SETs up to there make 1 at revision 1 (set at seq"
                                + " 1).",
                        "Whoever recovers from this snapshot gets what it has. If the entries are right, take a new"
                                + " snapshot before anything is compacted; if the snapshot is, SETs were not written to"
                                + " the journal.");
            }
            // What has outlived its time is missing in a sound journal, too.
            case SNAPSHOT_LACKS -> {
                journal.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L);
                journal.snapshot(2, param("/b", "1", 1));
                yield new Said(
                        2,
                        "/a",
                        Severity.WARNING,
                        "Snapshot 1 has nothing here, but the SETs up to there make 1 at revision 1 (set at seq 1).",
                        "Whoever recovers from this snapshot comes back without it. That is right when the param had"
                                + " outlived its time to live (TTL), which no journal tells; if it had none, take a new"
                                + " snapshot before anything is compacted.");
            }
            case WRONG_HMAC -> {
                journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L).wrongHmacs(2);
                yield new Said(
                        2,
                        "/a",
                        Severity.ERROR,
                        "The HMAC is not the one of this address, value and time under this key: one of them was"
                                + " changed, or the key is another.",
                        "Compare with a backup. A right HMAC proves nothing about seq, author, revision or deleted"
                                + " entries.");
            }
            case ONLY_IN_LOG -> {
                journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L).set(3, "/a", "3", 3L);
                journal.log(new LogReport(3, 2, List.of(new SeqRange(2, 3)), LogDamage.NONE, 0, List.of()));
                yield new Said(
                        2,
                        null,
                        Severity.WARNING,
                        "2 entries are only in the log beside the journal (the file whose name ends in -wal, 3"
                                + " frames): seqs 2 to 3.",
                        "Never copy the journal without its -wal and -shm, and delete neither: these entries would be"
                                + " gone. Opening and closing it with CLASP or SQLite takes them into the journal.");
            }
            case UNREADABLE_LOG -> {
                journal.set(1, "/a", "1", 1L);
                var damage = new LogDamage(LogDamage.Cause.FRAME, 2, 3, false);
                journal.log(new LogReport(4, 0, List.of(), damage, 5, List.of(new SeqRange(2, 6))));
                yield new Said(
                        2,
                        null,
                        Severity.ERROR,
                        "Frame 3 of the log beside the journal (-wal) is damaged, so SQLite silently leaves out 2"
                                + " committed frames. 5 entries are known to be in them and nowhere else: seqs 2"
                                + " to 6. What else the unreadable frames held cannot be told.",
                        "Keep the journal, its -wal and its -shm as they are and work on copies: whoever opens the"
                                + " journal to write, CLASP, SQLite or a router, throws the log away. Look for a copy"
                                + " or a backup that is whole; from frames that are whole the entries can still be"
                                + " salvaged.");
            }
            case CUT_OFF -> {
                journal.set(1, "/a", "1", 1L)
                        .lost(Damage.CUT_OFF, "“a.db” is cut off: 3 of its 5 pages are missing at the end.");
                yield new Said(
                        2,
                        null,
                        Severity.ERROR,
                        "Entries are lost, and which ones cannot be told. “a.db” is cut off: 3 of its 5 pages are"
                                + " missing at the end.",
                        "Judge nothing by what is missing here: the newest entries and snapshots may be among what is"
                                + " lost. Keep the file as it is until a complete copy is found; what is left of it"
                                + " can be exported.");
            }
            case DAMAGED -> {
                journal.set(1, "/a", "1", 1L).lost(Damage.SALVAGED, "“a.db” is damaged.");
                yield new Said(
                        1,
                        null,
                        Severity.ERROR,
                        "Some of what was stored may be lost, and what exactly can be told only in part. “a.db” is"
                                + " damaged.",
                        "Judge nothing by what is missing here: seqs, revisions and snapshots that are missing may"
                            + " come from the damage. Keep the file as it is until a whole copy is found; what is left"
                            + " of it can be exported.");
            }
            case UNCHECKED_HMACS -> {
                journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L);
                journal.wrongHmacs().uncheckedHmacs(2, "Missing are the entries after seq 1.");
                yield new Said(
                        2,
                        null,
                        Severity.ERROR,
                        "The HMACs of some entries could not be checked. Missing are the entries after seq 1.",
                        "Take none of these entries for checked. Keep the file as it is until a whole copy is found,"
                                + " and check the HMACs there.");
            }
            case UNFINISHED_LOG -> {
                journal.set(1, "/a", "1", 1L);
                var damage = new LogDamage(LogDamage.Cause.UNFINISHED, 0, 7, true);
                journal.log(new LogReport(4, 0, List.of(), damage, 0, List.of()));
                yield new Said(
                        2,
                        null,
                        Severity.WARNING,
                        "The log beside the journal (-wal) ends within frame 7, in a change that is not complete:"
                                + " whoever wrote it was stopped just then, or the file is cut off.",
                        "If the file was copied, look for a complete copy: newer entries may be in it. Keep the files"
                                + " as they are until then. Otherwise nothing was committed there, and nothing is"
                                + " lost.");
            }
            case MISSING_LOG -> {
                journal.set(1, "/a", "1", 1L);
                var damage = new LogDamage(LogDamage.Cause.MISSING, 7, 0, false);
                journal.log(new LogReport(0, 0, List.of(), damage, 0, List.of()));
                yield new Said(
                        2,
                        null,
                        Severity.WARNING,
                        "The log beside the journal (-wal) is missing: by its -shm, 7 frames that were committed are"
                                + " not in the journal. Entries may be lost.",
                        "Look for the -wal file where the journal was copied from, or in a backup, and keep the"
                            + " journal and its -shm as they are until then: whoever writes to the journal makes the"
                            + " log useless. If another journal was put in its place on purpose, delete the -shm"
                            + " file.");
            }
            case DAMAGED_OPEN_LOG -> {
                journal.set(1, "/a", "1", 1L);
                var damage = new LogDamage(LogDamage.Cause.IN_USE, 3, 5, false);
                journal.log(new LogReport(4, 0, List.of(), damage, 0, List.of()));
                yield new Said(
                        1,
                        null,
                        Severity.ERROR,
                        "A program has the journal open, and frame 5 of the log beside it (-wal) is damaged: should"
                                + " that program be killed, 3 committed frames are lost.",
                        "Copy the journal, its -wal and its -shm now. Then end that program in order, never by force:"
                                + " it takes the log into the journal. After that look for problems again.");
            }
        };
    }

    /// As `problems --hmac-key` and the recovery view look for them.
    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        new ProblemScan(journal).run(problems::add, Progress.NONE, Cancellation.none());
        HmacProblems.run(journal, Hmacs.withKey("5a".repeat(32)), problems::add, Progress.NONE, Cancellation.none());
        return problems;
    }

    private static Entry at(long seq, long micros, String author, String address, long revision) {
        return new Entry(seq, ScriptedJournal.time(1) + micros, author, address, "param", "1", revision, MsgType.SET);
    }

    private static Param param(String address, String value, long revision) {
        return new Param(address, value, revision, "desk", 1);
    }
}
