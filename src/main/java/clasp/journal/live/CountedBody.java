package clasp.journal.live;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;

/// The body of an answer, of which is told how much comes while it comes.
///
/// @param came told the bytes that came, on the client's thread
record CountedBody<T>(BodySubscriber<T> body, LongConsumer came) implements BodySubscriber<T> {
    static <T> BodyHandler<T> of(BodyHandler<T> handler, LongConsumer came) {
        return answer -> new CountedBody<>(handler.apply(answer), came);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        body.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> some) {
        came.accept(some.stream().mapToLong(ByteBuffer::remaining).sum());
        body.onNext(some);
    }

    @Override
    public void onError(Throwable cause) {
        body.onError(cause);
    }

    @Override
    public void onComplete() {
        body.onComplete();
    }

    @Override
    public CompletionStage<T> getBody() {
        return body.getBody();
    }
}
