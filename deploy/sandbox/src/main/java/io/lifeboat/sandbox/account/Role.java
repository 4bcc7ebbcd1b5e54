package io.lifeboat.sandbox.account;

import java.util.List;

/**
 * A role that Lifeboat's user may assume.
 *
 * @param allowed operations it may call, as {@code service:Operation} with {@code *} at the end of either part
 */
public record Role(String account, String name, List<String> allowed) {

    public String arn() {
        return "arn:aws:iam::" + account + ":role/" + name;
    }
}
