/**
 * Runs before first paint: applies the stored theme and listens for changes. A constant string, allowed by its CSP
 * hash. Without JavaScript the page follows the device and the select is hidden.
 */
export const THEME_SCRIPT = `(function(d,k){var r=d.documentElement,s=null;try{s=localStorage.getItem(k)}catch(e){}
function set(v){if(v==='light'||v==='dark'){r.dataset.theme=v}else{delete r.dataset.theme}}
set(s);r.dataset.script='';
d.addEventListener('DOMContentLoaded',function(){var c=d.getElementById('theme');if(c&&s)c.value=s});
d.addEventListener('change',function(e){if(e.target.id!=='theme')return;var v=e.target.value;set(v);
try{localStorage.setItem(k,v)}catch(x){}})})(document,'theme')`
