package io.lifeboat.sandbox.endpoint;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An XML element being built. Absent values are left out, as AWS leaves them out. */
public final class Xml {

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    private Xml(String name) {
        this.name = name;
    }

    public static Xml element(String name) {
        return new Xml(name);
    }

    /** An element around a value's text. */
    public static Xml text(String name, Object value) {
        Xml element = new Xml(name);
        element.content.append(escape(value.toString()));
        return element;
    }

    /** A list: one {@code item} element in {@code name} for each value. */
    public static <T> Xml list(String name, Collection<T> values, Function<T, Xml> item) {
        Xml element = new Xml(name);
        values.forEach(value -> element.add(item.apply(value)));
        return element;
    }

    public Xml attribute(String key, String value) {
        attributes.append(' ').append(key).append("=\"").append(escape(value)).append('"');
        return this;
    }

    public Xml add(Xml... children) {
        for (Xml child : children) {
            content.append(child);
        }
        return this;
    }

    /** Adds an element with a value's text; nothing for null. */
    public Xml with(String child, @Nullable Object value) {
        return value == null ? this : add(text(child, value));
    }

    @Override
    public String toString() {
        return "<" + name + attributes + ">" + content + "</" + name + ">";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
