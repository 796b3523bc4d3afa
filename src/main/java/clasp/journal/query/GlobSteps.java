package clasp.journal.query;

/// Counts the steps of matching, so that a test can bound them. Confined to one thread.
final class GlobSteps {
    long count;
}
