package clasp.journal.ui.sources;

import clasp.journal.ui.fx.Activity;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Question;
import clasp.journal.ui.fx.Tasks;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/// A router behind a tab: its strip, and what closing it ends. Confined to the FX thread.
public final class HostActivity implements Activity {
    private final HostStripViewModel model;
    private final HostStripView strip;

    public HostActivity(HostedSession session, Tasks tasks, Later later, Question.Asker asker) {
        model = new HostStripViewModel(session, tasks, later);
        strip = new HostStripView(model, asker);
    }

    @Override
    public ObservableBooleanValue stoppable() {
        return Bindings.equal(model.phase(), HostStripViewModel.Phase.RUNNING);
    }

    @Override
    public void stop() {
        strip.stop();
    }

    @Override
    public void showClients() {
        strip.showClients();
    }

    @Override
    public Node strip() {
        return strip;
    }

    @Override
    public Optional<Question> beforeClosing() {
        return model.beforeClosing();
    }
}
