package io.eastwest.routing.table;

import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.ProxyQuestion;

/**
 * Whether an address is one of the proxy.
 *
 * @param address the address
 */
record OwnAddress(String address) implements ProxyQuestion<Boolean> {
    @Override
    public Boolean of(MeshProxy proxy) {
        return proxy.addresses().contains(address);
    }
}
