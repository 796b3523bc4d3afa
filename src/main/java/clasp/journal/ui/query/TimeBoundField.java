package clasp.journal.ui.query;

import clasp.journal.ui.fx.Texts;
import java.time.LocalDate;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One end of the time range: its text, and a calendar for the day in it. Confined to the FX thread.
final class TimeBoundField extends HBox {
    private static final double BUTTON_WIDTH = 36;

    private final TextField field = new TextField();

    /// @param entered called on Enter
    TimeBoundField(String id, TimeRangeModel time, TimeBoundModel bound, Runnable entered) {
        getStyleClass().add("bound");
        boolean from = id.equals("from");
        field.setId("time-" + id);
        field.getStyleClass().add("mono");
        field.setPromptText(Texts.text(from ? "query.time.open.from" : "query.time.open.to"));
        field.setAccessibleText(Texts.text(from ? "query.time.from" : "query.time.to"));
        field.textProperty().bindBidirectional(bound.text());
        field.setOnAction(event -> entered.run());
        HBox.setHgrow(field, Priority.ALWAYS);
        var calendar = new DatePicker();
        calendar.setId("day-" + id);
        calendar.getStyleClass().add("day-button");
        calendar.setEditable(false);
        calendar.setMinWidth(BUTTON_WIDTH);
        calendar.setPrefWidth(BUTTON_WIDTH);
        calendar.setMaxWidth(BUTTON_WIDTH);
        calendar.setAccessibleText(Texts.text(from ? "query.time.day.from" : "query.time.day.to"));
        calendar.setOnShowing(event -> calendar.setValue(bound.day(time.moments())));
        calendar.valueProperty().subscribe((LocalDate before, LocalDate day) -> {
            if (day != null && calendar.isShowing()) {
                bound.pick(day, time.moments());
            }
        });
        getChildren().setAll(field, calendar);
    }

    TextField field() {
        return field;
    }
}
