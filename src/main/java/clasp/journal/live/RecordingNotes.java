package clasp.journal.live;

import clasp.journal.model.CoreTexts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Sentences on what a recording lacks; the last ones when they are many. Thread-safe.
final class RecordingNotes {
    private static final int MOST = 50;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Deque<String> sentences = new ArrayDeque<>();
    private int interruptions;

    synchronized void interrupted(Instant from, Instant to, String why) {
        interruptions++;
        add(CoreTexts.text("live.interrupted", TIME.format(from), TIME.format(to), why));
    }

    synchronized void historyBroken(String why) {
        interruptions++;
        add(CoreTexts.text("live.history", why));
    }

    /// What is missing by now, in one look.
    ///
    /// @param interruptions how often something went missing, each with a sentence
    /// @param sentences the last ones
    record Seen(int interruptions, List<String> sentences) {}

    synchronized Seen seen() {
        return new Seen(interruptions, List.copyOf(sentences));
    }

    private void add(String sentence) {
        if (sentences.size() == MOST) {
            sentences.removeFirst();
        }
        sentences.addLast(sentence);
    }
}
