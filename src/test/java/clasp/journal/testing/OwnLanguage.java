package clasp.journal.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// A test, or every one of a class, speaks a language of its own: the one that is given here, or whatever default
/// locale it sets itself. Afterwards that is as it was.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(OwnLanguage.Speaking.class)
public @interface OwnLanguage {
    /// As a tag such as `de-DE`; empty when the test sets it.
    String value() default "";

    /// Before what the test itself does before each, and after what it does after each. Used by one thread.
    final class Speaking implements BeforeEachCallback, AfterEachCallback {
        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Speaking.class);

        @Override
        public void beforeEach(ExtensionContext test) {
            test.getStore(NAMESPACE).put(Locale.class, Locale.getDefault());
            annotation(test)
                    .map(OwnLanguage::value)
                    .filter(tag -> !tag.isEmpty())
                    .ifPresent(tag -> Locale.setDefault(Locale.forLanguageTag(tag)));
        }

        @Override
        public void afterEach(ExtensionContext test) {
            Locale.setDefault(test.getStore(NAMESPACE).get(Locale.class, Locale.class));
        }

        /// What is said of the test itself counts for more.
        private static Optional<OwnLanguage> annotation(ExtensionContext test) {
            return AnnotationSupport.findAnnotation(test.getElement(), OwnLanguage.class)
                    .or(() -> AnnotationSupport.findAnnotation(test.getTestClass(), OwnLanguage.class));
        }
    }
}
