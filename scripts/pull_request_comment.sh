#!/usr/bin/env bash
# Post the report of scripts/pull_request.py: the pictures onto a branch of their own, the comment
# into the pull request, over the one of the last run. For the action; see action.yml.
set -euo pipefail
report="$1"

work="$(mktemp -d)"
git -C "$work" init --quiet --initial-branch="$BRANCH"
git -C "$work" remote add origin "https://x-access-token:$GH_TOKEN@${GITHUB_SERVER_URL#https://}/$GITHUB_REPOSITORY"
git -C "$work" pull --quiet origin "$BRANCH" 2>/dev/null || true
mkdir -p "$work/$PULL/$GITHUB_SHA"
cp "$report"/pictures/*.png "$work/$PULL/$GITHUB_SHA/"
git -C "$work" add --all
git -C "$work" -c user.name=orgdesign -c user.email=orgdesign@users.noreply.github.com \
  commit --quiet --message "pictures of #$PULL"
git -C "$work" push --quiet origin "$BRANCH" ||
  echo "::warning::The pictures could not be kept: allow contents: write, or read the sentences alone."

comment="$(gh api "repos/$GITHUB_REPOSITORY/issues/$PULL/comments" --paginate \
  --jq '.[] | select(.body | startswith("<!-- orgdesign -->")) | .id' | head -n 1)"
if [ -n "$comment" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$comment" -F "body=@$report/comment.md"
else
  gh api --silent "repos/$GITHUB_REPOSITORY/issues/$PULL/comments" -F "body=@$report/comment.md"
fi
