package clasp.journal.ui.recovery;

/// A page of the recovery view with rows of which each is about one param. Confined to the FX thread.
interface ParamPage {
    /// The page has come to the screen: the param of the row that is selected in it comes into focus, so that what is
    /// explained beside it is what stands out in it.
    void shown();
}
