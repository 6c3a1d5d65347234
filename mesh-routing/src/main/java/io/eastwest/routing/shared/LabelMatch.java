package io.eastwest.routing.shared;

import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.ProxyQuestion;

/**
 * Whether a label of a proxy has a value.
 *
 * @param name name of the label
 * @param value the value
 */
record LabelMatch(String name, String value) implements ProxyQuestion<Boolean> {
    @Override
    public Boolean of(MeshProxy proxy) {
        return value.equals(proxy.labels().get(name));
    }
}
