package io.eastwest.routing.view;

/**
 * Something that is asked about a proxy. Proxies that give equal answers are alike to whoever asks nothing else, and may share what
 * is made of the answers; so equal questions must get equal answers from one proxy: a question is a constant or a record.
 *
 * @param <T> type of the answer; its {@code equals} decides who is alike
 */
@FunctionalInterface
public interface ProxyQuestion<T> {
    /**
     * Answers.
     *
     * @param proxy a proxy
     * @return the answer, which depends on nothing but the proxy
     */
    T of(MeshProxy proxy);
}
