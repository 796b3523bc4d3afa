package clasp.journal.query;

import clasp.journal.query.GlobResult.Ending;

/// The part of a [GlobMatch] between a `{` and its `}`, or outside of all braces (depth 0): a place in the pattern, a
/// place in the address, and the last `*` and `**` to return to when the two do not fit. Confined to one thread.
final class GlobFrame {
    private enum Step {
        FITS,
        DIFFERS,
        ENDED
    }

    private final GlobMatch match;
    private final byte[] glob;
    private final int depth;
    private final int entry;

    private int globIndex;
    private int addressIndex;

    /// The last star, and where its next attempt begins in the address; 0 for no further attempt.
    private int starGlob;
    private int starNext;

    /// The same of the last `**`.
    private int globstarGlob;
    private int globstarNext;

    private final GlobLoop loop = new GlobLoop();
    private GlobResult result = GlobResult.FAILED;

    GlobFrame(GlobMatch match, int depth, int globIndex, int addressIndex) {
        this.match = match;
        this.glob = match.glob;
        this.depth = depth;
        this.entry = addressIndex;
        this.globIndex = globIndex;
        this.addressIndex = addressIndex;
    }

    GlobResult run() {
        while (globIndex < glob.length || addressIndex < match.length) {
            match.countStep();
            Step step = globIndex < glob.length ? step() : Step.DIFFERS;
            if (step == Step.DIFFERS && !returnToStar()) {
                step = nextAlternative();
            }
            if (step == Step.ENDED) {
                return result;
            }
        }
        return GlobResult.MATCHED;
    }

    private Step step() {
        byte sign = glob[globIndex];
        if (sign == '*') {
            return star();
        }
        if (depth > 0 && sign == '}') {
            match.longest = Math.max(match.longest, addressIndex);
            globIndex++;
            return close(0, false);
        }
        if (depth > 0 && sign == ',') {
            match.longest = Math.max(match.longest, addressIndex);
            addressIndex = entry;
            globIndex++;
            starNext = 0;
            globstarNext = 0;
            return Step.FITS;
        }
        if (addressIndex >= match.length) {
            return Step.DIFFERS;
        }
        return switch (sign) {
            case '?' -> anyByte();
            case '[' -> byteOfClass();
            case '{' -> alternatives();
            default -> literal();
        };
    }

    private Step star() {
        boolean globstar = globIndex + 1 < glob.length && glob[globIndex + 1] == '*';
        if (globstar) {
            globIndex = GlobSyntax.lastOfRepeatedGlobstars(glob, globIndex);
        }
        starGlob = globIndex;
        starNext = addressIndex + 1;
        if (loop.closes(this)) {
            return end(GlobResult.REFUSED);
        }
        globIndex += globstar ? 2 : 1;
        if (globstar) {
            globstar();
        }
        if (globstarNext != starNext && addressIndex < match.length && match.at(addressIndex) == '/') {
            leaveSegment();
        }
        boolean endsAlternative =
                depth > 0 && globIndex < glob.length && (glob[globIndex] == ',' || glob[globIndex] == '}');
        if (endsAlternative) {
            globIndex = GlobSyntax.afterBrace(glob, globIndex);
            if (globIndex == GlobSyntax.NOWHERE) {
                return end(GlobResult.REFUSED);
            }
        }
        return Step.FITS;
    }

    /// `**` crosses slashes when it ends the pattern, or is a whole segment; with its slash it may stand for nothing.
    private void globstar() {
        boolean last = globIndex == glob.length;
        boolean wholeSegment = !last && glob[globIndex] == '/' && (globIndex < 3 || glob[globIndex - 3] == '/');
        if (wholeSegment) {
            boolean atSegmentStart =
                    addressIndex == 0 || (addressIndex < match.length && match.at(addressIndex - 1) == '/');
            if (atSegmentStart) {
                globIndex++;
            }
        }
        if (last || wholeSegment) {
            globstarGlob = starGlob;
            globstarNext = starNext;
        }
    }

    /// A `*` has come to a slash: the `**` before it goes on if there is one, except at a slash that ends the address.
    private void leaveSegment() {
        if (globstarNext > 0 && addressIndex + 1 < match.length) {
            globIndex = globstarGlob;
            starGlob = globstarGlob;
        } else {
            starNext = 0;
        }
    }

    private Step anyByte() {
        if (match.at(addressIndex) == '/') {
            return Step.DIFFERS;
        }
        globIndex++;
        addressIndex++;
        return Step.FITS;
    }

    private Step byteOfClass() {
        GlobClass found = GlobClass.at(glob, globIndex, match.at(addressIndex));
        if (found.end() == GlobSyntax.NOWHERE) {
            return end(GlobResult.REFUSED);
        }
        globIndex = found.end();
        if (!found.contains()) {
            return Step.DIFFERS;
        }
        addressIndex++;
        return Step.FITS;
    }

    private Step alternatives() {
        if (depth >= GlobMatch.MAX_DEPTH) {
            return end(GlobResult.REFUSED);
        }
        GlobResult inner = match.brace(globIndex + 1, addressIndex, depth + 1);
        return switch (inner.ending()) {
            case MATCHED, DENIED, REFUSED -> end(inner);
            case CLOSED -> {
                globIndex = inner.globIndex();
                addressIndex = inner.addressIndex();
                if (inner.locksGlobstar()) {
                    globstarNext = 0;
                }
                yield Step.FITS;
            }
            case FAILED -> returnToStar() ? Step.FITS : end(GlobResult.DENIED);
        };
    }

    private Step literal() {
        byte wanted = glob[globIndex];
        if (wanted == '\\') {
            globIndex++;
            if (globIndex >= glob.length) {
                return end(GlobResult.REFUSED);
            }
            wanted = GlobSyntax.escaped(glob[globIndex]);
        }
        if (match.at(addressIndex) != wanted) {
            return Step.DIFFERS;
        }
        boolean leavesBrace = depth > 0 && globIndex > 0 && glob[globIndex - 1] == '}';
        globIndex++;
        if (leavesBrace) {
            match.longest = addressIndex;
            return close(1, wanted != '/');
        }
        addressIndex++;
        if (wanted != '/') {
            globstarNext = 0;
        }
        return Step.FITS;
    }

    private boolean returnToStar() {
        if (starNext == 0 || starNext > match.length) {
            return false;
        }
        globIndex = starGlob;
        addressIndex = starNext;
        return true;
    }

    private Step nextAlternative() {
        if (depth == 0) {
            return end(GlobResult.DENIED);
        }
        int next = GlobSyntax.afterCommaOrBrace(glob, globIndex);
        if (next == GlobSyntax.NOWHERE) {
            return end(GlobResult.REFUSED);
        }
        globIndex = next;
        if (glob[next - 1] == ',') {
            addressIndex = entry;
            return Step.FITS;
        }
        return match.longest > 0 ? close(0, false) : end(GlobResult.FAILED);
    }

    /// Leaves the brace, with the longest of its alternatives and `more` bytes of the address.
    private Step close(int more, boolean locksGlobstar) {
        int reached = match.longest + more;
        if (depth == 1) {
            match.longest = 0;
        }
        return end(new GlobResult(Ending.CLOSED, globIndex, reached, locksGlobstar, match.longest));
    }

    private Step end(GlobResult ended) {
        result = ended;
        return Step.ENDED;
    }

    /// The state that decides everything that follows in this frame, as one comparable value.
    GlobLoop.State state() {
        return new GlobLoop.State(
                globIndex, addressIndex, starGlob, starNext, globstarGlob, globstarNext, match.longest);
    }
}
